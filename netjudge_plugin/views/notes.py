"""The users' own texts as safe HTML: bodies are Markdown, values of `note:` are plain text; both know `[[names]]`.

A text is searched for links first, and each one becomes a token that cannot occur in a text; only what a token stands
for can become an address in the page. Raw HTML, attributes and link definitions are simply never understood.
A text is converted once however often it is shown; the addresses of pages are filled in for the page it stands on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place, in_order
from netjudge_plugin.views import links
from netjudge_plugin.views.addresses import event_uris, person_uri
from netjudge_plugin.views.markdown import SafeMarkdown
from netjudge_plugin.views.tokens import TOKEN, Token, without_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from netjudge_plugin.model.journal import Event, PersonFile, Word
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.views.addresses import Here

_PARAGRAPHS = re.compile(r"\n[ \t\u3000]*\n\s*")
#: What YAML does not let stand at the start of a text without quotes, or anywhere in it.
_QUOTED = re.compile(r"""[\[\]{}*&!|>'"%@`#,?-]|.*(?::\s| #)""")
_PAGE = re.compile(r'href="page:([^"]*)"')


class Html(str):
    """Text that is HTML already, for templates that escape everything else."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text itself: what a template engine asks for before it escapes."""
        return str(self)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the user with the path of its file inside the journal and the place of its first character."""

    text: str
    inside: str
    place: Place
    note: bool = False
    next_line: int = 0


@dataclass(slots=True)
class _Converted:
    html: str
    problems: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Notes:
    """The texts of a journal, ready to be shown.

    `find` leads from a written name to the ids it may mean; `people` are the ids that have a page; `pages` maps paths
    inside the journal to uris.
    """

    find: Callable[[str], tuple[str, ...]]
    people: frozenset[str] = frozenset()
    pages: Mapping[str, str] = field(default_factory=dict)
    _known: dict[_Text, _Converted] = field(default_factory=dict)
    _markdown: SafeMarkdown = field(default_factory=SafeMarkdown)

    def body(self, entry: Event | PersonFile, here: Here) -> Html:
        """The text below the front matter of an event or a person file, for the page `here`."""
        return self._shown(_of_body(entry), here)

    def note(self, word: Word | None, inside: str, here: Here) -> Html:
        """A value of `note:`, written in the file `inside`, for the page `here`."""
        return self._shown(_of_note(word, inside), here) if word else Html()

    def mentioned(self, name: str) -> str | None:
        """The one person with a page whom a written name means, if it is one."""
        found = self.find(name)
        return found[0] if len(found) == 1 and found[0] in self.people else None

    def problems(self, text: _Text) -> tuple[Diagnostic, ...]:
        """What is wrong with the links of a text. Only where something looks wrong the text is converted for it."""
        suspects = any(token.problems for token in self._tokens(text)[1])
        return self._converted(text).problems if suspects else ()

    def _shown(self, text: _Text, here: Here) -> Html:
        html = self._converted(text).html
        return Html(_PAGE.sub(lambda found: f'href="{here.link(found[1])}"', html) if 'href="page:' in html else html)

    def _converted(self, text: _Text) -> _Converted:
        if text not in self._known:
            self._known[text] = self._convert(text)
        return self._known[text]

    def _convert(self, text: _Text) -> _Converted:
        source, tokens = self._tokens(text)
        if text.note:
            return _Converted(_paragraphs(source, tokens), tuple(p for token in tokens for p in token.problems))
        html, used = self._markdown.convert(source, tokens)
        return _Converted(html, tuple(p for token in used for p in token.problems))

    def _tokens(self, text: _Text) -> tuple[str, list[Token]]:
        finder = _Finder(self, text)
        return finder.replace(), finder.tokens


def read(
    events: Iterable[Event], people: Iterable[Person], find: Callable[[str], tuple[str, ...]]
) -> tuple[Notes, tuple[Diagnostic, ...]]:
    """The texts of all events and of the people who have a page, with what is wrong with the links in them."""
    events, people = tuple(events), tuple(people)
    pages = event_uris(events)
    pages |= {person.file.inside: person_uri(person.id) for person in people if person.file}
    notes = Notes(find, frozenset(person.id for person in people), pages)
    return notes, in_order(problem for text in _texts(events, people) for problem in notes.problems(text))


def _texts(events: Iterable[Event], people: Iterable[Person]) -> Iterator[_Text]:
    for event in events:
        yield _of_body(event)
        yield from (_of_note(contact.note, event.inside) for contact in event.contacts if contact.note)
    for person in people:
        if person.file:
            yield _of_body(person.file)
            words = [person.file.note, *(exchange.note for exchange in person.file.exchanges)]
            yield from (_of_note(word, person.file.inside) for word in words if word)


def _of_body(entry: Event | PersonFile) -> _Text:
    place = Place(entry.place.path, entry.body_line)
    return _Text(entry.body, entry.inside, place, next_line=entry.body_line + 1)
