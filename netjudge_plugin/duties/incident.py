"""What went out: whose records and which fields, by looking through the files, or by what an audience is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from netjudge_plugin.audience import disguises
from netjudge_plugin.audience.lines import forms
from netjudge_plugin.audience.manifest import Entry, entries
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.project import project
from netjudge_plugin.audience.secrets import secrets
from netjudge_plugin.duties.called import key
from netjudge_plugin.model.audience import OTHERS, PRIVATE
from netjudge_plugin.model.journal import Journal
from netjudge_plugin.model.people import People
from netjudge_plugin.reader.spellings import spellings

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.proof import Secret
    from netjudge_plugin.model.team import Share

#: What others are shown of a person: the kind of field, by its name in the projection.
SHOWN: Mapping[str, str] = MappingProxyType(
    {
        "name": "name",
        "reading": "reading",
        "professions": "profession",
        "firm": "firm",
        "since": "since",
        "last_met": "last-met",
        "note": "share-note",
    }
)
#: Kinds of fields that point at nobody by themselves.
_ANYBODYS = frozenset({"topic", "impression", "firm"})
#: Kinds that do.
_CALLED = frozenset({"name", "reading", "alias", "address", "email", "phone"})


@dataclass(frozen=True, slots=True)
class Concerned:
    """A person of whom something has gone out, and the kinds of fields."""

    person: Person
    kinds: tuple[str, ...]


def of_audience(people: Iterable[Person], audience: str, day: datetime.date) -> tuple[Concerned, ...]:
    """Everybody whom a site for that audience shows on a day, with all fields that they have and it shows.

    For others that is what the projection makes of each of them, and so goes by its list of fields and by consent.
    """
    if audience == PRIVATE:
        return tuple(Concerned(one, (*_kinds(_of(one)), *_besides(one))) for one in people)
    if audience not in OTHERS:
        return ()
    shares = ((one, project([met.event for met in one.encounters], [one], audience, "", day)) for one in people)
    return tuple(Concerned(one, tuple(_shown(share))) for one, share in shares if share.people)


def _besides(person: Person) -> Iterator[str]:
    """What one's own site shows besides texts: days, who was where, and what was decided."""
    yield from ["profession"] if person.professions else []
    yield from ["meeting", "verdict"] if person.encounters else []
    yield from ["exchange"] if person.exchanges else []


def of_files(
    people: Iterable[Person], files: Iterable[Path], known: Iterable[str] = ()
) -> tuple[tuple[Concerned, ...], tuple[str, ...]]:
    """Everybody of whom something stands in the files, in any disguise; and the files that cannot be looked through.

    A topic or an impression may be anybody's, and so may a note that was written of several: it counts for those who
    are pointed at by something else. `known` are texts that say nothing of anybody.
    """
    everyone = tuple(people)
    owned = [(one.id, secret) for one in everyone for secret in _of(one)]
    needles = Needles([secret for _, secret in owned], known=known)
    found: dict[str, list[Secret]] = defaultdict(list)
    unread: list[str] = []
    for entry in _entries(files):
        try:
            for nth in _within(entry, needles):
                person, secret = owned[nth]
                found[person].append(secret)
        except disguises.Unprovable:
            unread.append(entry.path)
    owners = Counter(secret.text for _, secret in owned if secret.kind not in _CALLED)
    meant = (one for one in everyone if any(_points(secret, owners) for secret in found.get(one.id, ())))
    return tuple(Concerned(one, _kinds(found[one.id])) for one in meant), tuple(unread)


def _points(secret: Secret, owners: Counter[str]) -> bool:
    """Whether a text points at one person by itself."""
    return secret.kind in _CALLED or (secret.kind not in _ANYBODYS and owners[secret.text] == 1)


def _of(person: Person) -> tuple[Secret, ...]:
    """All that the journal holds on one person, by the kinds of the proof."""
    events = (
        replace(met.event, contacts=(met.contact,), title="", venue=None, tags=(), attending=())
        for met in person.encounters
    )
    other = {person.id: spellings(replace(person, professions=()))}
    found = secrets(Journal(tuple(events)), People((person,), {}), spellings=other)
    names = {key(secret.text) for secret in found if secret.kind == "name"}
    # a spelling of the name that the scan takes for the name is no reading
    return tuple(secret for secret in found if secret.kind != "reading" or key(secret.text) not in names)


def _shown(share: Share) -> Iterator[str]:
    """The kinds of fields that a share of one person shows."""
    yield from (kind for name, kind in SHOWN.items() if any(getattr(one, name) for one in share.people))
    if any(event.people for event in share.events):
        yield "meeting"


def _kinds(some: Iterable[Secret]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(secret.kind for secret in some if secret.text.strip()))


def _entries(files: Iterable[Path]) -> Iterator[Entry]:
    for path in files:
        if path.is_dir():
            yield from entries(path)
        else:
            yield Entry(path.as_posix(), path.read_bytes())


def _within(entry: Entry, needles: Needles) -> Iterator[int]:
    """The secrets in a file's name and in every text that its bytes can be read as."""
    texts = [entry.path, *(view.text for view in disguises.views(entry.data or b""))]
    for text in texts:
        for form in forms(text):
            yield from (found.secret for found in needles.within(form))
