"""A colleague's share, read as strictly as a journal: a file that somebody else made is never trusted.

It is read whole or not at all, since half a share would answer "nobody knows a judicial scrivener". Every mistake is a
diagnostic that names the file and the path in its JSON. The table below is also the JSON Schema that is published.
"""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from netjudge_plugin.model.audience import PARTNERS, TEAM
from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.team import Share, TeamEvent, TeamPerson
from netjudge_plugin.reader.kana import is_kana
from netjudge_plugin.reader.names import name_key, usable
from netjudge_plugin.reader.romaji import valid_id
from netjudge_plugin.reader.unseen import invisible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netjudge_plugin.model.journal import SourceFile

#: The version of the form; a file of another version is not guessed at.
FORMAT = 1
MOST_BYTES = 16 * 1024 * 1024
MOST_PEOPLE, MOST_EVENTS, LONGEST_LINE, LONGEST_TEXT = 10_000, 5_000, 1_000, 10_000
#: More findings in one file than this say nothing new.
MOST_PROBLEMS = 20

_BROKEN = re.compile(r"[\t\n\r\ud800-\udfff]")  # of lines, and of characters


class _Strange(ValueError):  # noqa: N818 - a signal inside this file
    """A value that no journal gives."""


def _plain(text: str) -> str:
    if invisible(text) or _BROKEN.search(text):
        raise _Strange
    return text


def _name(text: str) -> str:
    if not usable(text):
        raise _Strange
    return text


def _kana(text: str) -> str:
    if not is_kana(text):
        raise _Strange
    return text


def _id(text: str) -> str:
    if not valid_id(text):
        raise _Strange
    return text


def _day(value: Any) -> datetime.date:  # noqa: ANN401 - whatever JSON held
    if not isinstance(value, str) or len(value) != len("2026-11-23"):
        raise _Strange
    return datetime.date.fromisoformat(value)


_Line = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE), AfterValidator(_plain)]
_Text = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_plain)]
_Name = Annotated[_Line, AfterValidator(_name)]
_Kana = Annotated[_Line, AfterValidator(_kana)]
_Id = Annotated[
    str, AfterValidator(_id), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$"})
]
_Day = Annotated[
    datetime.date,
    BeforeValidator(_day, json_schema_input_type=str),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


class _Part(BaseModel):
    """A part of a share: every field is there, and no other."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PersonPart(_Part):
    """Someone the member knows. Whatever is not known or not shared is null."""

    id: _Id
    name: _Name
    reading: _Kana | None
    professions: Annotated[list[_Line], Field(max_length=20)]
    firm: _Line | None
    since: _Day | None
    last_met: _Day | None
    note: _Text | None


class EventPart(_Part):
    """An event that is shared, with the ids of the shared people who were there."""

    date: _Day
    title: _Line | None
    place: _Line | None
    kind: Literal["event", "study", "meeting", "call", "other"]
    people: Annotated[list[_Id], Field(max_length=MOST_PEOPLE)]


class ShareFile(_Part):
    """What one member of an office lets others see of the people he or she knows."""

    format: Literal[1]
    kind: Literal["netjudge-share"]
    audience: Literal["team", "partners"]
    member: _Name
    as_of: _Day
    people: Annotated[list[PersonPart], Field(max_length=MOST_PEOPLE)]
    events: Annotated[list[EventPart], Field(max_length=MOST_EVENTS)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a share."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **ShareFile.model_json_schema()}


def read_shares(files: Iterable[SourceFile], audience: str = TEAM) -> tuple[tuple[Share, ...], tuple[Diagnostic, ...]]:
    """The shares that can be used, and all that is wrong: in a file, or between two (the same member twice).

    A share for one's own office must not come to partners.
    """
    shares: list[tuple[Share, str]] = []
    problems: list[Diagnostic] = []
    members: dict[str, str] = {}
    for file in files:
        share, found = read_share(file)
        problems += found
        if share is None:
            continue
        first = members.setdefault(name_key(share.member), file.path)
        if first != file.path:
            problems.append(_problem(file.path, "share-member-twice", other=first))
        elif audience == PARTNERS and share.audience != PARTNERS:
            problems.append(_problem(file.path, "share-audience"))
        else:
            shares.append((share, file.path))
    return tuple(share for share, _ in shares), tuple(problems)


def read_share(file: SourceFile) -> tuple[Share | None, tuple[Diagnostic, ...]]:
    """The share that a file holds; None and what is wrong, if anything is."""
    try:
        raw = json.loads(file.data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None, (_problem(file.path, "share-unreadable"),)
    if not isinstance(raw, dict) or raw.get("kind") != "netjudge-share":
        return None, (_problem(file.path, "share-unreadable"),)
    if raw.get("format") != FORMAT or isinstance(raw["format"], bool):
        return None, (_problem(file.path, "share-version", before=str(FORMAT)),)
    try:
        found = ShareFile.model_validate(raw)
    except ValidationError as error:
        places = dict.fromkeys(_path(problem["loc"]) for problem in error.errors(include_input=False))
        return None, tuple(_problem(file.path, "share-value", field=place) for place in [*places][:MOST_PROBLEMS])
    wrong = tuple(_problem(file.path, "share-value", field=place) for place in _dangling(found))
    return (None, wrong[:MOST_PROBLEMS]) if wrong else (_share(found), ())


def _share(found: ShareFile) -> Share:
    return Share(
        audience=found.audience,
        member=found.member,
        as_of=found.as_of,
        people=tuple(
            TeamPerson(
                id=one.id,
                name=one.name,
                reading=one.reading or "",
                professions=tuple(one.professions),
                firm=one.firm or "",
                since=one.since,
                last_met=one.last_met,
                note=one.note or "",
            )
            for one in found.people
        ),
        events=tuple(
            TeamEvent(one.date, one.title or "", one.place or "", one.kind, tuple(one.people)) for one in found.events
        ),
    )


def _dangling(found: ShareFile) -> list[str]:
    """Where an id stands twice, or leads to nobody."""
    ids: set[str] = set()
    wrong = []
    for number, person in enumerate(found.people):
        if person.id in ids:
            wrong.append(f"people[{number}].id")
        ids.add(person.id)
    for number, event in enumerate(found.events):
        wrong += [f"events[{number}].people[{nth}]" for nth, who in enumerate(event.people) if who not in ids]
    return wrong


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise _Strange
    return table


def _no_number(_: str) -> None:
    raise _Strange


def _path(loc: tuple[int | str, ...]) -> str:
    """`people[3].name`; what is not a name of ours is left out, for it may be anything."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc if _known(step))
    return "".join(steps).lstrip(".") or "."


def _known(step: int | str) -> bool:
    parts = (ShareFile, PersonPart, EventPart)
    return isinstance(step, int) or any(step in part.model_fields for part in parts)


def _problem(path: str, name: str, **facts: str) -> Diagnostic:
    return Diagnostic(Place(path), name, facts)
