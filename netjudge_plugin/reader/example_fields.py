"""The fields of an examples file: an invented person's records in the journal's own words, and what must come out.

What a meeting, an exchange or a decision holds is what it holds in the journal, under the same names.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from netjudge_plugin.reader.schema import DecisionFields, ExchangeFields, Fields, Ja
from netjudge_plugin.reader.values import LISTED, TABLED, Day, Flag, Format, Impressions, Line, Lines


class MeetingFields(Fields):
    """A day on which the person was met."""

    date: Annotated[Day, Ja("日付")]
    impressions: Annotated[Impressions, Ja("印象")] = Field(default_factory=list)
    unsure: Annotated[Lines, Ja("未確認")] = Field(default_factory=list)


class ComputedFields(Fields):
    """What the steps say beneath a decision of one's own."""

    verdict: Annotated[Line, Ja("判断")]
    why: Annotated[Line | None, Ja("理由")] = None


class ExampleFields(Fields):
    """One example. From `verdict` on it is what must come out."""

    example: Annotated[Line, Ja("例")]
    as_of: Annotated[Day, Ja("時点")]
    profession: Annotated[Lines, Ja("士業")] = Field(default_factory=list)
    meetings: Annotated[
        list[Annotated[MeetingFields, TABLED]],
        LISTED,
        Ja("会った日", MeetingFields),
    ] = Field(default_factory=list)
    exchanges: Annotated[
        list[Annotated[ExchangeFields, TABLED]],
        LISTED,
        Ja("やり取り", ExchangeFields),
    ] = Field(default_factory=list)
    decisions: Annotated[
        list[Annotated[DecisionFields, TABLED]],
        LISTED,
        Ja("判断の記録", DecisionFields),
    ] = Field(default_factory=list)
    verdict: Annotated[Line, Ja("判断")]
    why: Annotated[Line | None, Ja("理由")] = None
    signs: Annotated[dict[str, Line] | None, TABLED, Ja("印")] = None
    step: Annotated[Line | None, Ja("順番")] = None
    firm: Annotated[Flag | None, Ja("確か")] = None
    revisit: Annotated[Day | None, Ja("見直し")] = None
    computed: Annotated[ComputedFields | None, Ja("基準による判断", ComputedFields, many=False)] = None


class ExamplesFields(Fields):
    """The whole file."""

    format: Annotated[Format, Ja("形式")]
    examples: Annotated[
        list[Annotated[ExampleFields, TABLED]],
        LISTED,
        Ja("例", ExampleFields, empty_counts=True),
    ] = Field(default_factory=list)
