"""Everything the views may show: one frozen value between the judge and the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.review import Review
from netjudge_plugin.model.versions import Versions

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from netjudge_plugin.model.briefing import Briefing
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import Event
    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.messages import Offer
    from netjudge_plugin.model.people import People, Person
    from netjudge_plugin.model.plan import Week


@dataclass(frozen=True, slots=True)
class Outlook:
    """The journal, judged, as of `today`.

    `people` are those with a person file or an entry dated up to today, in order of id; `judged` has one value for
    each. `events` are in order of (date, path), coming ones included. `everyone` also holds those who are only
    expected, and leads from a written name to ids. `week` is the plan of the week around today. `stand_in` says that
    the journal's own criteria cannot be used. Of the diagnostics, `unread` are the errors for which something that was
    written of people is left out, `criteria_findings` what the proof of the criteria in use has found, and `unsaid`
    what is wrong in my own words to begin with.
    `review` looks back on my own decisions. `offers` has what could be said to each person with the verdict contact,
    `addressed` how those are addressed, and `me` how I call myself in it. `briefings` has one for each coming event
    with somebody written down.
    """

    today: datetime.date
    criteria: Criteria
    people: tuple[Person, ...]
    judged: Mapping[str, Judged]
    events: tuple[Event, ...]
    everyone: People
    diagnostics: tuple[Diagnostic, ...]
    week: Week
    purpose: str = ""
    stand_in: bool = False
    versions: Versions = field(default_factory=Versions)
    unread: tuple[Diagnostic, ...] = ()
    criteria_findings: tuple[Diagnostic, ...] = ()
    unsaid: tuple[Diagnostic, ...] = ()
    review: Review = field(default_factory=Review)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    addressed: Mapping[str, str] = field(default_factory=dict)
    me: str = ""
    briefings: tuple[Briefing, ...] = ()
