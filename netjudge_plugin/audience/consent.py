"""Whom a journal lets others see: nobody, unless the person's own file says so, and other offices only with consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.audience import OTHERS, PARTNERS, TEAM
from netjudge_plugin.model.diagnostics import Diagnostic

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Event, PersonFile
    from netjudge_plugin.model.people import Person


def is_shared(file: PersonFile, audience: str, today: datetime.date) -> bool:
    """Whether a person is shown to an audience: what other offices may see, one's own office may see as well."""
    if audience == TEAM:
        return file.share in OTHERS
    return audience == PARTNERS and file.share == PARTNERS and file.consent is not None and file.consent <= today


def is_event_shared(event: Event, audience: str) -> bool:
    """Whether an event is named to an audience."""
    return event.share in (OTHERS if audience == TEAM else (PARTNERS,)) and audience in OTHERS


def unconsented(files: Iterable[PersonFile], today: datetime.date) -> Iterator[Diagnostic]:
    """A warning for everybody who is to be shared with other offices and, for want of consent, is not."""
    for file in files:
        if file.share == PARTNERS and not is_shared(file, PARTNERS, today):
            name = "consent-missing" if file.consent is None else "consent-ahead"
            yield Diagnostic(file.share_place or file.place, name)


def unsettled(
    people: Iterable[Person], found: Iterable[Diagnostic], audience: str, today: datetime.date
) -> Iterator[Diagnostic]:
    """An error where a word that needs special care by law stands in notes about somebody who is to be shared.

    `found` are the journal's diagnostics; a file that was confirmed has none of the kind. Nothing of a note is shared,
    but who shares a person's name has to have settled what else is kept of them.
    """
    shared = [person for person in people if person.file and is_shared(person.file, audience, today)]
    files = {person.file.place.path for person in shared if person.file}
    met = {encounter.event.place.path: encounter.event for person in shared for encounter in person.encounters}
    ours = {one.contact.place for person in shared for one in person.encounters}
    for one in found:
        place = one.place
        if one.name.startswith("sensitive-") and (
            place.path in files or (place.path in met and _is_about(place.line, met[place.path], ours))
        ):
            yield Diagnostic(place, "shared-unsettled")


def _is_about(line: int, event: Event, ours: set[Place]) -> bool:
    """Whether a line of an event may be about one of ours: within their entry, or in what concerns everybody there."""
    if event.body and line >= event.body_line:
        return True
    latest = max((begin for begin, _ in event.about if begin <= line), default=0)
    whose = [nth for begin, nth in event.about if begin == latest]
    return not whose or any(nth is None or event.contacts[nth].place in ours for nth in whose)
