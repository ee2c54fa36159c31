"""Whose records are meant: anybody who is written of, also one who will only be met, or stands in a text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.cli.wording import Problem
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.people import Person
from netjudge_plugin.reader.names import name_key, person_hash, usable
from netjudge_plugin.reader.spellings import looked_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import People
    from netjudge_plugin.settings import Settings


#: How many are listed.
_MOST = 20


def anybody(written: str, people: People, settings: Settings, words: Catalogue) -> Person:
    """The person who is meant; somebody of that name alone where the journal has no records of them.

    By a reading, a surname or a mail address nobody is chosen: raises Problem naming those who could be meant.
    """
    by_id = {person.id: person for person in people.people}
    if written in by_id:
        return by_id[written]
    ids = people.names.get(name_key(written), ())
    if len(ids) > 1:
        listed = "".join(f"\n  {one}  {by_id[one].place.path}" for one in ids)
        raise Problem(words.text("cli.who.several", name=written) + listed)
    if ids:
        return by_id[ids[0]]
    near = {one.id: one for one in (*looked_up(written, people.people), *_reached(written, people.people))}
    if near:
        listed = "".join(f"\n  {one.id}  {one.name}" for one in list(near.values())[:_MOST])
        raise Problem(words.text("cli.who.exactly", name=written) + listed)
    if not usable(written):
        raise Problem(words.text("cli.who.unknown", name=written))
    return Person(f"p-{person_hash(name_key(written), 8)}", written, Place(settings.journal_shown))


def _reached(written: str, people: Iterable[Person]) -> Iterator[Person]:
    """Those whose mail address or telephone number it is."""
    digits = _digits(written)
    for person in people:
        mail, phone = (person.file.email, person.file.phone) if person.file else (None, None)
        if (mail and mail.casefold() == written.strip().casefold()) or (phone and digits and _digits(phone) == digits):
            yield person


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())
