"""How a person may be called in a text: names, readings in every spelling, aliases, mail, telephone, address.

The same texts that the proof of a site looks for, so that what is masked or taken out here is what is proved there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.audience.secrets import secrets
from netjudge_plugin.model.journal import Journal
from netjudge_plugin.model.people import People
from netjudge_plugin.model.proof import Secret
from netjudge_plugin.reader.spellings import spellings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from netjudge_plugin.model.people import Person

_KINDS = {"name": "name", "alias": "name", "reading": "name", "address": "address", "email": "email"}
_KINDS |= {"phone": "phone"}
#: The kind that is sought in the middle of a text from two kanji on; names are from three.
_ANYWHERE = "email"


@dataclass(frozen=True, slots=True)
class Calling:
    """How one person is called: `own` are theirs alone, `unsure` are also another's, `others` are all of the others.

    `unsure` holds what may be a word as well: the bare surname, a short name in the middle of a text. And a firm that
    nobody else is of.
    """

    own: tuple[Secret, ...]
    unsure: tuple[Secret, ...]
    others: tuple[str, ...]


def called(person: Person) -> tuple[Secret, ...]:
    """All ways to call a person, each once."""
    other = {person.id: spellings(replace(person, professions=()))}
    some = secrets(Journal(), People((person,), {}), spellings=other)
    return (*(replace(one, kind=_KINDS[one.kind]) for one in some if one.kind in _KINDS), *_by_profession(person))


def calling(person: Person, everyone: Collection[Person]) -> Calling:
    """How a person is called, among all people."""
    others = tuple(secret.text for one in everyone if one.id != person.id for secret in called(one))
    taken = {key(text) for text in others}
    own = called(person)
    surname, _, given = person.name.strip().partition(" ")
    shared = tuple(secret for secret in own if key(secret.text) in taken)
    firms = {key(one.firm) for one in everyone if one.firm and one.id != person.id}
    words = [surname] if given else []
    words += [person.firm] if person.firm and key(person.firm) not in firms else []
    words += [secret.text for secret in own if secret.kind == "name" and secret not in shared]
    doubtful = (Secret(text, _ANYWHERE, person.place) for text in words)
    return Calling(tuple(one for one in own if one not in shared), (*shared, *doubtful), others)


def key(text: str) -> str:
    """What two texts have in common that the scan would take for one."""
    return letters.dense(letters.bounded(letters.decoded(text)))


def _by_profession(person: Person) -> Iterable[Secret]:
    """佐藤税理士: a surname with the profession points at somebody as 佐藤先生 does."""
    surname, _, given = person.name.strip().partition(" ")
    return [Secret(surname + one.ja, "name", person.place) for one in person.professions if given]
