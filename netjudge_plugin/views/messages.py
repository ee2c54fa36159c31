"""連絡のことば: the texts that fit a person today, filled in, to be copied or opened in a mail program.

A line takes the first of its ways that can be filled, else it drops out: no hole is left, and no `{placeholder}`. Where
only a greeting would be left, the text is not offered, and it is said what it lacks.
Nothing of what I thought of the person goes in, and nothing that speaks of fees goes out, whatever it is filled with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.courtesy import only_courtesy
from netjudge_plugin.model.messages import PLACEHOLDER, PLACEHOLDERS
from netjudge_plugin.model.referral import speaks_of_fees
from netjudge_plugin.views import dates
from netjudge_plugin.views.mail import LONGEST, letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.messages import Line, Starter
    from netjudge_plugin.model.outlook import Outlook
    from netjudge_plugin.model.people import Person

#: The page's own files by their place in the site.
STYLE, SCRIPT = "assets/netjudge-messages.css", "assets/netjudge-messages.js"
ASSETS: Mapping[str, tuple[str, ...]] = {STYLE: (STYLE,), SCRIPT: (SCRIPT,)}

#: Placeholders that only say who writes to whom.
_WHO = re.compile(r"\{(?:name|firm|me)\}")
#: A promise to send something, and what it is: 「早見表を送る」, "send the checklist".
_TO_SEND = (
    re.compile(
        r"(.+?)を(?:メールで|郵送で|あとで|後日)?(?:お?送(?:る|ります|付(?:する|します)?)|お送り(?:する|します|いたします))。?"
    ),
    re.compile(r"(?:to )?(?:send|forward|share) (?:(?:him|her|them) )?(.+?)\.?", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text, ready. `href` opens a letter; not `whole` where its text would not have fitted into the link.

    `about` is the promise that it is about, for my eyes.
    """

    id: str
    name: str
    about: str
    subject: str
    body: str
    href: str
    whole: bool

    @property
    def lines(self) -> int:
        """About how many lines it takes on a narrow page."""
        return sum(1 + len(line) // 34 for line in self.body.split("\n"))


@dataclass(frozen=True, slots=True)
class Lacking:
    """A text that is not offered, with the placeholders that nothing fills, as they are written in this language."""

    name: str
    placeholders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MessagesView:
    """All that can be said to a person today; `at_next_meeting` where a first message is better left to then."""

    messages: tuple[Message, ...]
    lacking: tuple[Lacking, ...]
    at_next_meeting: bool


def messages(person: Person, outlook: Outlook, texts: Catalogue) -> MessagesView | None:
    """What the person's page offers; None where there is nothing to say."""
    offer = outlook.offers.get(person.id)
    if offer is None:
        return None
    found = [_message(starter, person, outlook, texts) for starter in offer.starters]
    ready = tuple(message for message in found if isinstance(message, Message))
    lacking = tuple(text for text in found if isinstance(text, Lacking))
    return MessagesView(ready, lacking, offer.at_next_meeting) if ready or lacking or offer.at_next_meeting else None


def _message(starter: Starter, person: Person, outlook: Outlook, texts: Catalogue) -> Message | Lacking | None:
    """The text filled in, or what it lacks; None if it is empty, or if it must not be said."""
    values = dict(_values(starter, person, outlook, texts))
    subject = _filled(_way(starter.template.subject, values), values)
    ways = [_way(line, values) for line in starter.template.body]
    if None in ways and all(way is None or only_courtesy(_WHO.sub("", way)) for way in ways):
        return Lacking(starter.template.name, tuple(_unfilled(starter.template.body, values, texts)))
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(_filled(way, values) for way in ways if way is not None)).strip("\n")
    if not body.strip() or speaks_of_fees(f"{subject}\n{body}"):
        return None
    email = (person.file.email if person.file else None) or ""
    href, whole = _link(email, subject, body)
    return Message(
        id=starter.template.id,
        name=starter.template.name,
        about=starter.promise if starter.template.when == "promise" else "",
        subject=subject,
        body=body,
        href=href,
        whole=whole,
    )


def _link(email: str, subject: str, body: str) -> tuple[str, bool]:
    """The link to a letter with as much in it as a link may hold, and whether that is all."""
    whole = letter(email, subject, body)
    if len(whole) <= LONGEST:
        return whole, True
    short = letter(email, subject)
    return (short if len(short) <= LONGEST else letter(email, "")), False


def _way(ways: Line, values: Mapping[str, str]) -> str | None:
    """The first way to put a line that can be filled; None if there is none."""
    return next((way for way in ways if all(values[name] for name in PLACEHOLDER.findall(way))), None)


def _filled(way: str | None, values: Mapping[str, str]) -> str:
    return PLACEHOLDER.sub(lambda mark: values[mark[1]], way or "")


def _unfilled(body: tuple[Line, ...], values: Mapping[str, str], texts: Catalogue) -> Iterator[str]:
    """The placeholders that nothing fills, in the order of the manual's table."""
    used = {name for line in body for way in line for name in PLACEHOLDER.findall(way)}
    for name, word in PLACEHOLDERS.items():
        if name in used and not values[name]:
            yield f"{{{word if texts.language == 'ja' else name}}}"


def _values(starter: Starter, person: Person, outlook: Outlook, texts: Catalogue) -> Iterator[tuple[str, str]]:
    """Every placeholder with what fills it, which may be nothing."""
    event = starter.event
    found = {
        "name": outlook.addressed[person.id],
        "firm": person.firm or "",
        "me": outlook.me,
        "event": _called(starter, texts),
        "date": dates.month_day(event.date.month, event.date.day, texts) if event else "",
        "topic": starter.topic,
        "promise": starter.promise,
        "material": _material(starter.promise),
        "busy": texts.text("messages.busy") if starter.busy else "",
    }
    for name, text in found.items():
        yield name, "" if name != "name" and speaks_of_fees(text) else text


def _called(starter: Starter, texts: Catalogue) -> str:
    """The latest meeting as one may speak of it: its title if it was for several, else its kind, if that has a word."""
    if starter.event is None:
        return ""
    if starter.event.kind in {"event", "study"}:
        return starter.event.title
    key = f"messages.met.{starter.event.kind}"
    return texts.text(key) if texts.has(key) else ""  # a way to say it may be missing in a language


def _material(promise: str) -> str:
    """What a promise to send something is about; "" of any other promise."""
    found = (pattern.fullmatch(promise) for pattern in _TO_SEND)
    return next((match[1] for match in found if match), "")
