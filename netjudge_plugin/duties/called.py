"""How a person may be called in a text: names, readings in every spelling, aliases, mail, telephone, address.

The same texts that the proof of a site looks for, so that what is masked or taken out here is what is proved there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin.audience import letters
from netjudge_plugin.audience.needles import COURTESIES
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
#: A surname and a given name.
_BOTH = 2
#: The kind that is sought in the middle of a text from two kanji on; names are from three.
_ANYWHERE = "email"


@dataclass(frozen=True, slots=True)
class Calling:
    """How one person is called: `own` are theirs alone, `unsure` are also another's, `others` are all of the others.

    `unsure` holds what may be a word as well: the bare surname, a short name in the middle of a text, a single word in
    Latin letters. And a firm that nobody else is of. `firms` are the firms of the others.
    """

    own: tuple[Secret, ...]
    unsure: tuple[Secret, ...]
    others: tuple[str, ...]
    firms: tuple[str, ...]


def called(person: Person) -> tuple[Secret, ...]:
    """All ways to call a person, each once."""
    other = {person.id: spellings(replace(person, professions=()))}
    some = secrets(Journal(), People((person,), {}), spellings=other)
    known = (replace(one, kind=_KINDS[one.kind]) for one in some if one.kind in _KINDS)
    return (*known, *_by_surname(person), *_given_first(person))


def calling(person: Person, everyone: Collection[Person]) -> Calling:
    """How a person is called, among all people."""
    others = tuple(secret.text for one in everyone if one.id != person.id for secret in called(one))
    taken = {key(text) for text in others}
    own = called(person)
    words_alone = tuple(one for one in own if one.kind in {"name", "address"} and _is_a_word(one.text, person))
    shared = tuple(secret for secret in own if key(secret.text) in taken)
    firms = tuple(dict.fromkeys(firm for one in everyone if one.id != person.id for firm in one.firms))
    names = (person, *(replace(person, name=alias) for alias in person.aliases))
    words = [one.surname for one in names if one.surname]
    words += [person.firm] if person.firm and key(person.firm) not in {key(firm) for firm in firms} else []
    words += [secret.text for secret in own if secret.kind == "name" and secret not in shared]
    doubtful = (Secret(text, _ANYWHERE, person.place) for text in words)
    sure = tuple(one for one in own if one not in shared and one not in words_alone)
    return Calling(sure, (*shared, *words_alone, *doubtful), others, firms)


def key(text: str) -> str:
    """What two texts have in common that the scan would take for one."""
    return letters.dense(letters.bounded(letters.decoded(text)))


def _is_a_word(name: str, person: Person) -> bool:
    """Whether a name may as well be a word: one in Latin letters, or one of somebody of whom nothing is recorded."""
    alone = len(name.replace("-", " ").split()) == 1
    return alone and (name.isascii() or not (person.file or person.encounters))


def _given_first(person: Person) -> Iterable[Secret]:
    """Ken Tanaka for Tanaka Ken, and the other way round: in Latin letters both are written."""
    names = (person.name, *person.aliases)
    latin = [text for text in (*names, *spellings(replace(person, professions=()))) if text.isascii()]
    pairs = (text.split() for text in (*latin, person.reading or ""))
    return [Secret(" ".join(reversed(pair)), "name", person.place) for pair in pairs if len(pair) == _BOTH]


def _by_surname(person: Person) -> Iterable[Secret]:
    """佐藤税理士, さとうさん: what points at somebody as 佐藤先生 does."""
    written = [person.surname + one.ja for one in person.professions if person.surname]
    spoken = replace(person, name=person.reading or "").surname
    written += [f"{spoken}{title}" for title in COURTESIES if spoken]
    return [Secret(text, "name", person.place) for text in written]
