"""What would change a verdict, and what to learn next, in plain sentences: the same on the page and at the terminal.

A deferral hears how little may be missing; where I chose not to get in touch, only what it would be if it were to
change, and nothing that looks like progress. Nothing here asks anything of the other person.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjudge_plugin.views.words import Words

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.judgement import Judged
    from netjudge_plugin.model.whatif import Counterfactual, Further

#: Where the minimal sets are no plain choice, so many are told; more would be a table.
MOST_WAYS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What to learn of one axis: its own question stands in where the criteria have none to ask."""

    axis: str
    asks: tuple[str, ...]
    unsure: bool


def questions(judged: Judged, criteria: Criteria) -> tuple[Asked, ...]:
    """What to learn at the next meeting, the most useful first; an axis without any question is left out."""
    axes = {axis.id: axis for axis in criteria.axes}
    asked = ((axes[question.axis], question) for question in judged.whatif.next)
    found = (Asked(axis.name, q.asks or tuple(filter(None, [axis.question])), q.unsure) for axis, q in asked)
    return tuple(one for one in found if one.asks)


def change(judged: Judged, criteria: Criteria, texts: Catalogue, day: Callable[[datetime.date], str]) -> str:
    """What would make it contact, in one or two sentences (empty where it is); `day` writes a date."""
    found, now = judged.whatif.counterfactual, judged.now
    if found is None:
        return ""
    table = "told_of_criteria" if now.override else "told"
    waiting = now.computed.verdict == "defer"
    facts = {"contact": criteria.verdicts.get("contact", "contact")}
    if found.by_me:
        key = "by_me"
    elif found.from_date:
        key = "by_time"
        facts["date"] = day(found.from_date)
    elif found.cost is None:
        key = "far" if waiting else "far_calm"
    else:
        key = "calm" if not waiting else "more_one" if found.cost == 1 else "more"
        facts |= {"count": str(found.cost), "what": _Phrases(texts, Words(criteria), waiting).all_of(found)}
    return texts.text(f"whatif.{table}.{key}", **facts)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Further facts in words; `more` says whether they are counted as what is still to come."""

    texts: Catalogue
    words: Words
    more: bool

    def all_of(self, found: Counterfactual) -> str:
        """What every minimal set holds, then what there is to choose from."""
        common = [self._one(further) for further in found.common]
        rest = [one for one in found.rest if one]
        if not rest:
            return self._joined("last", [self._joined("items", common[:-1]), common[-1]] if common[1:] else common)
        choice = self._choice(rest) or self._ways(rest)
        return self._text("joined.besides", common=self._joined("items", common), rest=choice) if common else choice

    def _choice(self, rest: Sequence[tuple[Further, ...]]) -> str:
        """「…のどれかに」「…のうち2つに」: if any so many of some axes will do, with as many facts each."""
        first = rest[0]
        axes = {further.axis for one in rest for further in one}
        alike = all(further.kind == "good" and further.count == first[0].count for one in rest for further in one)
        if not alike or any(len({f.axis for f in one}) < len(first) for one in rest):
            return ""
        if len(rest) != math.comb(len(axes), len(first)):
            return ""
        names = [self._quoted(axis.name) for axis in self.words.criteria.axes if axis.id in axes]
        key = self._counted("any" if len(first) == 1 else "some", first[0].count)
        return self._said(key, axes=self._joined("axes", names), many=len(first), count=first[0].count)

    def _ways(self, rest: Sequence[tuple[Further, ...]]) -> str:
        """The sets one by one, the shortest first, and no more of them than can be read."""
        told = [self._joined("and", [self._one(f) for f in one]) for one in sorted(rest, key=len)[:MOST_WAYS]]
        ways = self._joined("or", told)
        return ways if len(rest) <= MOST_WAYS else self._text("joined.others", ways=ways)

    def _one(self, further: Further) -> str:
        words = self._joined("words", [self._quoted(self.words.label(word)) for word in further.words])
        axis = self.words.axis_name(further.axis)
        if further.kind == "release":
            return self._said("release", words=words)
        key = self._counted(further.kind, further.count)
        return self._said(key, axis=axis, words=words, count=further.count, others=further.count - 1)

    def _counted(self, key: str, count: int) -> str:
        return f"{key}_one" if count == 1 else key

    def _quoted(self, text: str) -> str:
        return self.texts.text("lists.quoted", text=text)

    def _joined(self, how: str, items: Sequence[str]) -> str:
        return self._text(f"joined.{how}").join(items)

    def _said(self, key: str, **facts: object) -> str:
        return self._text(f"{'more' if self.more else 'calm'}.{key}", **facts)

    def _text(self, key: str, **facts: object) -> str:
        return self.texts.text(f"whatif.{key}", **facts)
