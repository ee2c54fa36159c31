"""Which person is meant by what was typed: an id, a name, an alias, or anything else that the search finds one by.

Nobody is guessed: where several could be meant they are listed, where nobody is, those whose names look like it.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from netjudge_plugin.cli.wording import Problem
from netjudge_plugin.reader.names import fold, name_key
from netjudge_plugin.reader.spellings import looked_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.cli.source import Looked
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.people import Person

_MOST_NEAR = 3


def person_of(written: str, looked: Looked) -> Person:
    """The person who is meant; raises Problem if that is nobody, or could be several."""
    found = _meant(written, looked)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(looked.words.text("cli.who.several", name=written) + _listed(found, looked.words))
    if looked.outlook.everyone.names.get(name_key(written)):
        raise Problem(looked.words.text("cli.who.coming", name=written))
    near = _near(written, looked.outlook.people)
    hint = looked.words.text("cli.who.near") + _listed(near, looked.words) if near else ""
    raise Problem(looked.words.text("cli.who.unknown", name=written) + hint)


def described(person: Person, words: Catalogue) -> str:
    """A person's name with the main profession, as people are mentioned in a list."""
    if not person.professions:
        return person.name
    main = person.professions[0]
    profession = main.ja if words.language == "ja" else main.en
    return words.text("cli.who.described", name=person.name, profession=profession)


def told_apart(person: Person, looked: Looked) -> str:
    """A person as mentioned among others: with the id where another goes by the same name."""
    several = len(looked.outlook.everyone.names.get(name_key(person.name), ())) > 1
    return described(person, looked.words) + (f" [{person.id}]" if several else "")


def _meant(written: str, looked: Looked) -> list[Person]:
    people = {person.id: person for person in looked.outlook.people}
    ids = looked.outlook.everyone.names.get(name_key(written), ())
    if written in people:  # an id is one person's, whatever others are called
        return [people[written]]
    if ids:
        return [people[identifier] for identifier in ids if identifier in people]
    return looked_up(written, people.values())


def _near(written: str, people: Iterable[Person]) -> list[Person]:
    """Those whose name or id looks like what was typed; 高橋 looks like 髙橋."""
    names: dict[str, list[Person]] = {}
    for person in people:
        for name in {fold(person.name), person.id.casefold()}:
            names.setdefault(name, []).append(person)
    close = difflib.get_close_matches(fold(written)[:80], list(names), n=_MOST_NEAR, cutoff=0.5)
    return list({person.id: person for name in close for person in names[name]}.values())


def _listed(people: Iterable[Person], words: Catalogue) -> str:
    return "".join(f"\n  {person.id}  {described(person, words)}" for person in people)
