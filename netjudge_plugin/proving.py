"""The proof of a built site against the journal: what is secret, what is shared, what stands in every site anyway.

    disk.load -> secrets -> Needles (less what is shared, less what the control says) -> scan.prove, manifest.strangers

The control is a site of the same configuration without a journal and without hand-written pages: what the theme says
there by itself is no leak here. Hand-written pages are not part of it, since a secret may well be quoted in one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.audience import manifest, report, scan
from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.scan import Control
from netjudge_plugin.audience.secrets import secrets
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.criteria import SHIPPED
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader import disk, schema
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.names import slug
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.spellings import spellings
from netjudge_plugin.settings import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from netjudge_plugin.model.journal import Journal
    from netjudge_plugin.model.people import People, Person
    from netjudge_plugin.model.proof import Proof
    from netjudge_plugin.settings import Settings

__all__ = ["NO_CONTROL", "Control", "control", "prove", "report", "shared_texts"]

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

    `shared` are the texts that were projected (None: those of the people and events marked as shared), `public` texts
    that are known to be public, `expected` the files that the build made (None: those that the site accounts for, or
    without a control all but what is never expected).
    """
    journal, _ = pipeline.read_journal(settings)
    people, _ = identify(journal, professions())
    sources, _ = disk.load(settings.journal_dir, settings.journal_shown)
    allowed = tuple(shared_texts(journal, people) if shared is None else shared)
    everything = secrets(
        journal, people, sources, shared=allowed, spellings={one.id: _spellings(one) for one in people.people}
    )
    needles = Needles(everything, allowed, (*same.texts, *_vocabulary(settings), *public))
    found = scan.prove(site, needles, same=same, origin=origin)
    if expected is None:
        expected = manifest.reachable(site, same.files) if same is not NO_CONTROL else manifest.names(site)
    strange = manifest.strangers(site, expected, lambda path: scan.shown(path, needles))
    return replace(found, leaks=(*strange, *found.leaks))


def shared_texts(journal: Journal, people: People) -> Iterator[str]:
    """What is shown to the office of the people and events that are marked as shared."""
    for person in people.people:
        if person.file and person.file.share:
            reading = person.file.reading or ""
            names = (person.file.name, reading, slug(reading), person.file.firm or "", person.file.share_note or "")
            yield from filter(None, (*names, *person.file.professions))
    for event in journal.events:
        if event.share:
            yield from filter(None, (event.title, event.venue))


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
            yield from labels(in_force.shipped(name, language)).values()
    yield from labels(in_force.read_criteria(settings)[0]).values()
    for one in professions().table:
        yield from (one.ja, one.en, one.honorific, *professions().aliases[one.id])
    for choices in (schema.KINDS, schema.DIRECTIONS, schema.DISTANCES, schema.SHARES, schema.FLAGS):
        yield from (word for choice, ways in choices.items() for word in (choice, *ways))
