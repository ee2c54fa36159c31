"""Whose records are meant: anybody who is written of, also one who will only be met, or stands in a text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.cli.wording import Problem
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.people import Person
from netjudge_plugin.reader.names import name_key, person_hash, usable

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import People
    from netjudge_plugin.settings import Settings


def anybody(written: str, people: People, settings: Settings, words: Catalogue) -> Person:
    """The person who is meant; somebody of that name alone where the journal has no records of them."""
    by_id = {person.id: person for person in people.people}
    if written in by_id:
        return by_id[written]
    ids = people.names.get(name_key(written), ())
    if len(ids) > 1:
        listed = "".join(f"\n  {one}  {by_id[one].place.path}" for one in ids)
        raise Problem(words.text("cli.who.several", name=written) + listed)
    if ids:
        return by_id[ids[0]]
    if not usable(written):
        raise Problem(words.text("cli.who.unknown", name=written))
    return Person(f"p-{person_hash(name_key(written), 8)}", written, Place(settings.journal_shown))
