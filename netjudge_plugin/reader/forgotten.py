"""Whom this journal has forgotten, known by nothing but salted hashes: `forgotten.yml` in the journal.

A name that is written down again is then a warning, so that nobody comes back by an old list or a card found again.
The salt keeps the hashes of two journals apart and tables made beforehand useless. It keeps nobody from trying names:
whoever holds the file and a name can tell whether it is in it. Every name of a journal is tried at every build, so the
hash is a quick one.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.written import Listing, Table, Text
from netjudge_plugin.reader import disk, sheet
from netjudge_plugin.reader.names import fold

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping

    from netjudge_plugin.model.journal import Journal
    from netjudge_plugin.settings import Settings

FILE = "forgotten.yml"
_HASH = re.compile("[0-9a-f]{64}")
_HEAD = """\
{head}
format: 1
salt: {salt}
forgotten:
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The salt, and the hashes of names with the days on which they were forgotten."""

    salt: str
    days: Mapping[str, str]

    def knows(self, name: str) -> bool:
        """Whether somebody of that name was forgotten."""
        return _hash(self.salt, name) in self.days


NOBODY = Forgotten("", {})


def load(settings: Settings) -> tuple[Forgotten, tuple[Diagnostic, ...]]:
    """The forgotten of a journal; a file that cannot be read is a warning."""
    path, shown = settings.journal_dir / FILE, f"{settings.journal_shown}/{FILE}"
    if not path.exists():
        return NOBODY, ()
    source, unread = disk.load_one(path, shown)
    table, _ = sheet.read_yaml(source) if source and not unread else (None, ())
    found = _read(table) if table else None
    return (found, ()) if found else (NOBODY, (Diagnostic(Place(shown), "forgotten-unusable"),))


def met_again(journal: Journal, forgotten: Forgotten) -> Iterator[Diagnostic]:
    """A warning wherever somebody who was forgotten is written down as a person."""
    if forgotten.days:
        yield from (Diagnostic(place, "forgotten-person") for name, place in _written(journal) if forgotten.knows(name))


def with_names(forgotten: Forgotten, names: Iterable[str], day: datetime.date, head: str) -> bytes:
    """The file with these names added; `head` are the remarks that it begins with."""
    salt = forgotten.salt or secrets.token_hex(16)
    days = {**forgotten.days}
    for name in names:
        days.setdefault(_hash(salt, name), day.isoformat())
    lines = (f"  - {{date: {date}, hash: {found}}}\n" for found, date in sorted(days.items(), key=lambda x: x[::-1]))
    return (_HEAD.format(salt=salt, head=head.strip()) + "".join(lines)).encode()


def _hash(salt: str, name: str) -> str:
    return hashlib.sha256(f"{salt}\n{fold(name)}".encode()).hexdigest()


def _written(journal: Journal) -> Iterator[tuple[str, Place]]:
    for event in journal.events:
        yield from ((contact.name, contact.place) for contact in event.contacts)
        yield from ((word.text, word.place) for word in event.attending)
    for file in journal.people:
        yield file.name, file.place
        yield from ((word.text, word.place) for word in file.aliases)


def _read(table: Table) -> Forgotten | None:
    found = {entry.key.value: entry.value for entry in table.entries}
    salt, listed = found.get("salt"), found.get("forgotten")
    if not isinstance(salt, Text) or not salt.value or not isinstance(listed, Listing):
        return None
    days: dict[str, str] = {}
    for item in listed.items:
        values = {entry.key.value: entry.value for entry in item.entries} if isinstance(item, Table) else {}
        date, hashed = values.get("date"), values.get("hash")
        if not isinstance(date, Text) or not isinstance(hashed, Text) or not _HASH.fullmatch(hashed.value):
            return None
        days[hashed.value] = date.value
    return Forgotten(salt.value, days)
