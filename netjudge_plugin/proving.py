"""The proof of a built site against the journal: what is secret, what is shared, what stands in every site anyway.

    disk.load -> secrets -> Needles (less what is shared, less what the control says) -> scan.prove, manifest.strangers

What is shared is what the projection takes, and the addresses and spellings that pages make of it.

The control is a site of the same configuration without a journal and without hand-written pages: what the theme says
there by itself is no leak here. Hand-written pages are not part of it, since a secret may well be quoted in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.audience import manifest, report, scan
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.project import project
from netjudge_plugin.audience.roster import roster
from netjudge_plugin.audience.scan import Control
from netjudge_plugin.audience.secrets import secrets
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import PRIVATE, TEAM
from netjudge_plugin.model.criteria import SHIPPED
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.reader import disk, values
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.spellings import spellings
from netjudge_plugin.settings import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from netjudge_plugin.model.journal import Journal
    from netjudge_plugin.model.people import People, Person
    from netjudge_plugin.model.proof import Proof
    from netjudge_plugin.model.team import Share
    from netjudge_plugin.settings import Settings

__all__ = ["NO_CONTROL", "Control", "accounted", "control", "prove", "report", "shared_texts", "without_journal"]

_OFF_PAGES = ("cli.", "diagnostics.", "mkdocs.", "prove.")
control, NO_CONTROL = scan.control, scan.NO_CONTROL


def prove(  # noqa: PLR0913 - a proof depends on that many things
    site: Path,
    settings: Settings,
    *,
    shared: Iterable[str] | None = None,
    public: Iterable[str] = (),
    same: Control = NO_CONTROL,
    expected: Collection[str] | None = None,
    origin: str = "",
) -> Proof:
    """Whether a built site holds nothing of the journal but what is shared, no stranger, and no foreign request.

    `shared` are the texts of the shares that the site was made of (None: what the journal shares with the audience of
    the settings, or with the office if that is oneself), `public` texts that are known to be public, `expected` the
    files that the build made (None: those that the site accounts for, or without a control all but what is never
    expected).
    """
    journal, _ = pipeline.read_journal(settings)
    people, _ = identify(journal, professions())
    sources, _ = disk.load(settings.journal_dir, settings.journal_shown)
    allowed = tuple(shared_texts([_projected(settings, journal, people)]) if shared is None else shared)
    everything = secrets(
        journal, people, sources, shared=allowed, spellings={one.id: _spellings(one) for one in people.people}
    )
    needles = Needles(everything, allowed, (*same.texts, *_vocabulary(settings), *public))
    found = scan.prove(site, needles, same=same, origin=origin)
    if expected is None:
        expected = manifest.reachable(site, same.files) if same is not NO_CONTROL else manifest.names(site)
    strange = manifest.strangers(site, expected, lambda path: scan.shown(path, needles))
    return replace(found, leaks=(*strange, *found.leaks))


def without_journal(
    site: Path, *, same: Control = NO_CONTROL, expected: Collection[str] | None = None, origin: str = ""
) -> Proof:
    """The proof of a site of other people's shares: strangers, foreign requests and what pictures tell."""
    found = scan.prove(site, Needles(()), same=same, origin=origin)
    strange = manifest.strangers(site, manifest.reachable(site, same.files) if expected is None else expected)
    return replace(found, leaks=(*strange, *found.leaks))


def accounted(site: Path, same: Control, made: Collection[str]) -> frozenset[str]:
    """The files of a site that its build accounts for: what it made, what the theme brings, and what pages name."""
    return manifest.reachable(site, same.files, pages=made)


def shared_texts(shares: Iterable[Share]) -> Iterator[str]:
    """Every text that shares bring to others, and the addresses and spellings that are made of them."""
    everything = roster(shares)
    for member in everything.members:
        yield from (member.id, member.name)
    for known in everything.known:
        yield from (known.id, *known.spellings)
        for one in known.acquaintances:
            person = one.person
            yield from filter(None, (person.id, person.name, person.reading, person.firm, person.note))
            yield from person.professions
    for shared in everything.events:
        yield from filter(None, (shared.event.title, shared.event.place))


def _projected(settings: Settings, journal: Journal, people: People) -> Share:
    audience = TEAM if settings.audience == PRIVATE else settings.audience
    today = settings.clock if isinstance(settings.today, str) else settings.today
    return project(journal.events, people.people, audience, settings.member, today)


def _spellings(person: Person) -> tuple[str, ...]:
    """The other spellings of a person's names; those of the profession are nobody's secret."""
    return spellings(replace(person, professions=()))


def _vocabulary(settings: Settings) -> Iterator[str]:
    """The words that are everybody's: those of pages, of the criteria, of professions, and the choices of fields.

    The texts of the command line and of diagnostics are on no page, and have names in their examples.
    """
    for language in LANGUAGES:
        yield from (text for key, text in catalogue(language).texts.items() if not key.startswith(_OFF_PAGES))
        for name in SHIPPED:
            yield from _words_of(in_force.shipped(name, language))
    yield from _words_of(in_force.read_criteria(settings)[0])
    table = professions().table
    for one in table:
        yield from (one.ja, one.en, one.honorific, *professions().aliases[one.id])
    names = [one.ja for one in table]
    yield from ("".join(side_by_side) for side_by_side in product(names, names, names))  # as lists of them read
    for choices in (values.KINDS, values.DIRECTIONS, values.DISTANCES, values.SHARES, values.FLAGS):
        yield from (word for choice, ways in choices.items() for word in (choice, *ways))


def _words_of(value: object) -> Iterator[str]:
    """All texts in a value of the criteria: names, questions, words, what to learn."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for one in value.values() for text in _words_of(one))
    elif isinstance(value, Iterable):
        yield from (text for one in value for text in _words_of(one))
    elif is_dataclass(value) and not isinstance(value, Place):
        yield from (text for one in fields(value) for text in _words_of(getattr(value, one.name)))
