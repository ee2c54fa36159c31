"""Whom a journal lets others see: nobody, unless the person's own file says so, and other offices only with consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.team import PARTNERS, TEAM

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.model.journal import Event, PersonFile


def is_shared(file: PersonFile, audience: str, today: datetime.date) -> bool:
    """Whether a person is shown to an audience: what other offices may see, one's own office may see as well."""
    if audience == TEAM:
        return file.share in (TEAM, PARTNERS)
    return audience == PARTNERS and file.share == PARTNERS and file.consent is not None and file.consent <= today


def is_event_shared(event: Event, audience: str) -> bool:
    """Whether an event is named to an audience."""
    return event.share in ((TEAM, PARTNERS) if audience == TEAM else (PARTNERS,)) and audience in (TEAM, PARTNERS)


def unconsented(files: Iterable[PersonFile], today: datetime.date) -> Iterator[Diagnostic]:
    """A warning for everybody who is to be shared with other offices and, for want of consent, is not."""
    for file in files:
        if file.share == PARTNERS and not is_shared(file, PARTNERS, today):
            name = "consent-missing" if file.consent is None else "consent-ahead"
            yield Diagnostic(file.share_place or file.place, name)
