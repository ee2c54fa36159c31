"""The whole path on one screen: from the journal's text and the settings to pages and diagnostics.

    disk.load -> sheet.read -> entries.check -> identity.identify -> records.gather -> evidence.fold -> decide.judge
        -> plan.week, plan.starters, review.counts, briefing -> views

For others than oneself the way is a short one of its own, which meets no judge and no view of a private page:

    disk.load -> sheet.read -> entries.check -> identity.identify -> project.project -> roster.roster -> views.team

Every arrow is a function that returns a value and what was wrong. Nothing here or below asks for the date or the host.
"""

from __future__ import annotations

import datetime
import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from netjudge_plugin import in_force, views
from netjudge_plugin.audience.consent import unconsented, unsettled
from netjudge_plugin.audience.project import project
from netjudge_plugin.audience.roster import roster
from netjudge_plugin.judge import compare
from netjudge_plugin.judge.briefing import briefings
from netjudge_plugin.judge.plan.starters import offers
from netjudge_plugin.judge.plan.week import week
from netjudge_plugin.judge.records import gather, misread
from netjudge_plugin.judge.review.counts import review
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.timeline import judge_person
from netjudge_plugin.locale import catalogue
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.audience import OTHERS, PRIVATE
from netjudge_plugin.model.diagnostics import Diagnostic, Place, Severity, in_order
from netjudge_plugin.model.journal import Event, Journal, PersonFile, Undated
from netjudge_plugin.model.outlook import Outlook
from netjudge_plugin.model.versions import Versions
from netjudge_plugin.reader import disk, entries, forgotten, presets, sheet
from netjudge_plugin.reader import messages as message_files
from netjudge_plugin.reader.addressing import addressed
from netjudge_plugin.reader.breaks import broken
from netjudge_plugin.reader.careful import careful
from netjudge_plugin.reader.expected import close_names
from netjudge_plugin.reader.gojuon import gojuon_key, gojuon_row
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.names import name_key
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.retention import past
from netjudge_plugin.reader.spellings import spellings
from netjudge_plugin.reader.writing import writing
from netjudge_plugin.settings import LATEST_EVENT, Settings
from netjudge_plugin.views import ASSETS, notes, team

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.model.pages import Page
    from netjudge_plugin.model.people import Person
    from netjudge_plugin.model.team import Share

__all__ = ["ASSETS", "Site", "broken", "build_site", "build_team", "look", "messages", "share", "team_site"]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages (the fixed ones first, as in the navigation), what is wrong, and what to watch for changes.

    `today` is the day that everything was judged on.
    """

    pages: tuple[Page, ...]
    fixed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    watch: tuple[Path, ...]
    today: datetime.date


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: a journal becomes some hundred thousand small values, and all of them stay.

    Looking through them for garbage again and again took a third of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def build_site(settings: Settings) -> Site:
    """Read, judge and show a journal. Mistakes in it are in the result; nothing that it holds raises an error."""
    if settings.audience != PRIVATE:
        raise ValueError("for others a journal is projected: build_team")
    outlook, texts = look(settings)
    words = catalogue(settings.language, era=settings.era)
    home = settings.home_uri
    pages = views.pages(
        outlook,
        words,
        texts,
        rows={person.id: _row(person) for person in outlook.people},
        spellings={person.id: spellings(person) for person in outlook.people},
        directory_urls=settings.directory_urls,
        home_uri=home,
        writing=writing(outlook.everyone, settings.language, settings.journal_shown),
    )
    own = presets.criteria_file(settings) or settings.journal_dir / presets.OWN_FILE
    return Site(
        pages=tuple(pages),
        fixed=(home, *views.FIXED[1:]),
        diagnostics=outlook.diagnostics,
        watch=(settings.journal_dir, own),
        today=outlook.today,
    )


def build_team(settings: Settings) -> Site:
    """The site on which others see what the journal shares with them, and nothing of the rest."""
    shared, problems = share(settings)
    return replace(team_site([shared], settings), diagnostics=problems, watch=(settings.journal_dir,))


@_uncollected()
def share(settings: Settings) -> tuple[Share, tuple[Diagnostic, ...]]:
    """What the journal lets the audience of the settings see, and what is wrong with the journal.

    `latest_event` means the clock's day here: the newest event may be one that nobody else knows of.
    """
    if settings.audience not in OTHERS:
        raise ValueError("an audience has to be chosen")
    today = settings.today if isinstance(settings.today, datetime.date) else settings.clock
    journal, unread = read_journal(settings)
    everyone, unclear = identify(journal, professions())
    shared = project(journal.events, everyone.people, settings.audience, settings.member, today)
    grave = unsettled(everyone.people, unread, settings.audience, today)
    return shared, in_order((*unread, *unclear, *unconsented(journal.people, today), *grave))


@_uncollected()
def team_site(shares: Iterable[Share], settings: Settings) -> Site:
    """The site of several people's shares; of the settings only the words and home count."""
    found = roster(shares)
    pages = team.pages(found, catalogue(settings.language, era=settings.era), settings.home_uri)
    fixed = team.fixed(found, settings.home_uri)
    return Site(tuple(pages), fixed, (), (), found.as_of or settings.clock)


@_uncollected()
def look(settings: Settings) -> tuple[Outlook, notes.Notes]:
    """The journal, judged: all that pages and commands show, with the users' texts ready to be shown."""
    journal, unread = read_journal(settings)
    criteria, unruly = in_force.read_criteria(settings)
    unsound = in_force.proof(criteria, settings.language).findings
    today = as_of(settings, journal)
    everyone, unclear = identify(journal, professions())
    people = tuple(person for person in everyone.people if person.file or person.encounters[0].date <= today)
    rules = Rules.of(criteria)
    judged = {person.id: judge_person(person, rules, today) for person in people}
    unmet = (person for person in everyone.people if person.id not in judged)
    coming = (problem for person in unmet for problem in gather(person, rules.lexicon, today)[1])
    old, stale = in_force.read_kept(settings)
    versions = Versions(old) if unruly else compare.versions(old, presets.contents(settings), people, rules, today)
    templates, unsaid = message_files.in_force(settings, criteria.plan.layers)

    def find(name: str) -> tuple[str, ...]:
        return everyone.names.get(name_key(name), ())

    texts, unlinked = notes.read(journal.events, people, find)
    undated = (
        problem for entry in journal.undated for one in entry.contacts for problem in misread(one, rules.lexicon)
    )
    of_people = (problem for _, problems in judged.values() for problem in problems)
    of_records = (*unread, *unclear, *of_people, *coming, *undated)
    diagnostics = (
        *of_records, *unruly, *unsound, *stale, *entries.far_dates(journal, today),
        *unconsented(journal.people, today), *unlinked,
        *close_names(journal.events, everyone, today),
        *past(people, settings.retention, today), *_forgotten(settings, journal), *unsaid, *_of_settings(settings),
    )  # fmt: skip
    results = {identifier: result for identifier, (result, _) in judged.items()}
    plan = week(people, results, criteria, today)
    offered = offers(people, plan, criteria, templates, today)
    outlook = Outlook(
        today=today,
        criteria=criteria,
        people=people,
        judged=results,
        events=journal.events,
        everyone=everyone,
        diagnostics=in_order(diagnostics),
        unread=in_order(problem for problem in of_records if problem.severity is Severity.ERROR),
        week=plan,
        purpose=settings.purpose,
        stand_in=bool(unruly),
        criteria_findings=unsound,
        unsaid=unsaid,
        versions=versions,
        review=review(people, results, criteria, today),
        offers=offered,
        addressed={person.id: addressed(person, settings.language) for person in people if person.id in offered},
        me=templates.me,
    )
    return replace(outlook, briefings=briefings(outlook, find)), texts


def read_journal(settings: Settings) -> tuple[Journal, tuple[Diagnostic, ...]]:
    """Every entry that can be read, in order of date and path, and every mistake in the others."""
    files, problems = disk.load(settings.journal_dir, settings.journal_shown)
    read = [_entry(file, settings.extra_fields) for file in files]
    events = sorted((e for e, _ in read if isinstance(e, Event)), key=lambda e: (e.date, e.inside))
    people = sorted((e for e, _ in read if isinstance(e, PersonFile)), key=lambda e: e.inside)
    journal = Journal(tuple(events), tuple(people), tuple(e for e, _ in read if isinstance(e, Undated)))
    untold = entries.unpeopled(journal, as_of(settings, journal))
    return journal, (*problems, *(d for _, found in read for d in found), *untold)


def _entry(
    file: SourceFile, extra_fields: frozenset[str]
) -> tuple[Event | PersonFile | Undated | None, tuple[Diagnostic, ...]]:
    found, problems = sheet.read(file)
    if found is None:
        return None, problems
    entry, more = entries.check(found, inside=file.inside, extra_fields=extra_fields)
    return entry, (*problems, *more, *careful(file))


def as_of(settings: Settings, journal: Journal) -> datetime.date:
    """The day that the journal is judged on; LATEST_EVENT is the newest event at which somebody was met."""
    if settings.today == LATEST_EVENT:
        return max((event.date for event in journal.events if event.contacts), default=settings.clock)
    assert isinstance(settings.today, datetime.date)
    return settings.today


def messages(diagnostics: Iterable[Diagnostic], words: Catalogue) -> Iterator[str]:
    """Each diagnostic as one line: `path:line:col: name message / how to mend it`."""
    for diagnostic in diagnostics:
        what, mend = message(diagnostic, words)
        yield f"{diagnostic.place}: {diagnostic.name} {what}" + (f" / {mend}" if mend else "")


def _row(person: Person) -> tuple[str, tuple[str, ...]]:
    """The row of the index of people, and the place in it: by the reading, then by the name."""
    return gojuon_row(person.reading, person.name), (*gojuon_key(person.reading or person.name), person.name, person.id)


def _of_settings(settings: Settings) -> tuple[Diagnostic, ...]:
    place = Place("mkdocs.yml")
    asks = (
        Diagnostic(place, "asks-elsewhere", {"setting": name, "url": address})
        for name, address in settings.asks_elsewhere
    )
    return (*asks, *(() if settings.purpose else (Diagnostic(place, "missing-purpose"),)))


def _forgotten(settings: Settings, journal: Journal) -> Iterator[Diagnostic]:
    known, problems = forgotten.load(settings)
    yield from problems
    yield from forgotten.met_again(journal, known)
