"""Examples kept beside the criteria: an invented person's records, what must come out of them, and what does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from netjudge_plugin.model.diagnostics import Place
    from netjudge_plugin.model.journal import Impression, Word
    from netjudge_plugin.model.judgement import Judgement
    from netjudge_plugin.model.people import Person


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must come out, as written; None where nothing is asked for.

    `signs` are axes with their marks: an axis that they do not name must be unknown. `step` is the id of the step that
    decides, `computed_…` what the steps say beneath a decision of my own.
    """

    verdict: Word
    why: Word | None = None
    firm: bool | None = None
    signs: tuple[Impression, ...] | None = None
    step: str | None = None
    revisit: datetime.date | None = None
    computed_verdict: Word | None = None
    computed_why: Word | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One example: `place` is where its title stands, `person` the invented one with the records."""

    title: str
    place: Place
    as_of: datetime.date
    person: Person
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that came out otherwise than written; `what` is a name of `Wanted`, or "sign" with its `axis`.

    `wanted` and `found` are ids, a mark, "yes" or "no", or a date as YYYY-MM-DD; `found` is empty where there is none.
    """

    what: str
    wanted: str
    found: str
    axis: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example with the judgement that it gets, and all that is not as written."""

    example: Example
    judgement: Judgement
    differences: tuple[Difference, ...] = ()
