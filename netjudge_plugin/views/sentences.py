"""The criteria in sentences: what an axis needs, what a sign does, when a step applies, and which step decided.

One source of words: the page of the criteria, what an edit of them changes, and `netjudge explain` say it alike.
What may hold links is HTML (`Markup`); for a terminal `.striptags()` makes plain text of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.views import render
from netjudge_plugin.views.addresses import anchor
from netjudge_plugin.views.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Axis, Criteria, Step, StopKind
    from netjudge_plugin.model.judgement import Computed, Judgement


def axis_anchor(axis: str) -> str:
    """Where the page of the criteria tells of an axis."""
    return anchor(f"axis-{axis}".replace("_", "-"))


@dataclass(frozen=True)
class Sentences:
    """The sentences of some criteria. `linked` says whether the axes of a step lead to their place on the page."""

    criteria: Criteria
    catalogue: Catalogue
    linked: bool = False

    @cached_property
    def words(self) -> Words:
        """The words of these criteria."""
        return Words(self.criteria)

    def rules(self, axis: Axis) -> Iterator[str]:
        """How the axis comes to its mark, a sentence each; the first says how it weighs."""
        guard = axis.style == "guard"
        yield self._text("guard" if guard else "balance")
        if guard:
            yield self._text("ok_guard", count=axis.ok_needs)
            yield self._text("no_guard", count=axis.no_needs)
            yield self._text("mixed_guard")
        else:
            yield self._counted("ok_balance", axis.ok_needs)
            yield self._counted("no_balance", axis.no_needs)
            yield self._text("mixed_balance")
        yield self._text("unknown")

    def counting(self, axis: Axis) -> Iterator[str]:
        """Which facts of the axis count, and for how long."""
        yield self._text("latest" if axis.count == "latest" else "all")
        yield self._text("keeps", months=axis.keeps)

    def remarks(self, axis: Axis) -> Iterator[str]:
        """What is special about the axis."""
        if axis.feeling:
            yield self._text("feeling")
        if axis.unknown_is_fine:
            yield self._text("unknown_is_fine")

    def clears(self, axis: Axis, *, word: str = "") -> Iterator[Markup]:
        """What the words of the axis clear; with a `word` only what that one clears or what clears it."""
        for clearing, cleared in axis.clears.items():
            if word in {"", clearing, *cleared}:
                words = self._quoted(self.words.label(other) for other in cleared)
                yield self._told("clears", word=self.words.label(clearing), words=words)

    def stop_keeps(self, kind: StopKind) -> str:
        """For how long a sign of that kind counts."""
        return self._text("stop_by_me" if kind.keeps is None else "stop_keeps", months=kind.keeps)

    def conditions(self, step: Step) -> Iterator[Markup]:
        """When the step applies: each of these must hold."""
        if step.stop is not None:
            kinds = [kind for kind in self.criteria.stops if kind.id == step.stop]
            yield self._condition("if_stop", [sign for kind in kinds for sign in kind.signs.values()])
        for key, axes in (("if_any_no", step.any_no), ("if_unsettled", step.unsettled), ("if_all_ok", step.all_ok)):
            if axes:
                yield self._condition(key, [self._axis(axis) for axis in axes])
        for key, count in (("if_ok_at_least", step.ok_at_least), ("if_no_at_least", step.no_at_least)):
            if count is not None:
                yield self._told(key, items=self._quoted(self._axis(axis) for axis in step.of), count=count)

    def step(self, step: Step) -> Markup:
        """The whole step in one sentence, with its name, its verdict and its why."""
        conditions = render.told(self.catalogue, "steps.and").join(self.conditions(step))
        verdict, why = self.criteria.verdicts[step.then], self.criteria.whys[step.why]
        told = self.catalogue.text("pages.common.verdict", verdict=verdict, why=why)
        return render.told(self.catalogue, "steps.step", step=step.id, conditions=conditions, verdict=told)

    def decided(self, computed: Computed) -> str:
        """Which step decided, by its name and its why; or that none applied, and why that means to wait."""
        key = "steps.decided" if computed.step else "steps.none"
        return self.catalogue.text(
            key, step=computed.step or "", why=self.criteria.whys.get(computed.why, computed.why)
        )

    def judged(self, judgement: Judgement, *, beneath: bool = False) -> tuple[str, str]:
        """The verdict that holds, and what decided it: a step, or I myself; `beneath` asks what the steps say alone."""
        computed = judgement.computed
        if judgement.override and not beneath:
            return self.criteria.verdicts[judgement.verdict], self.catalogue.text("pages.common.mine")
        return self.criteria.verdicts[computed.verdict], self.decided(computed)

    def seed(self, *keys: str) -> Iterator[str]:
        """The sentence of the article that the first of the keys stands for (`axis.future`); none for my own axes."""
        found = [self.catalogue.text(f"seed.{key}") for key in keys if self.catalogue.has(f"seed.{key}")]
        yield from (self.catalogue.text("seed.told", sentence=sentence) for sentence in found[:1])

    def _condition(self, key: str, items: list[str]) -> Markup:
        """A condition on one or on several things, which may be HTML."""
        return self._told(f"{key}_one" if len(items) == 1 else key, items=self._quoted(items))

    def _axis(self, axis: str) -> str:
        name = self.words.axis_name(axis)
        return render.leading(f"#{axis_anchor(axis)}", name) if self.linked else name

    def _quoted(self, items: Iterable[str]) -> Markup:
        """Several things in quotes."""
        quoted = (render.told(self.catalogue, "lists.quoted", text=item) for item in items)
        return render.told(self.catalogue, "lists.between-quoted").join(quoted)

    def _counted(self, key: str, count: int) -> str:
        return self._text(f"{key}_one") if count == 1 else self._text(key, count=count)

    def _text(self, key: str, **facts: object) -> str:
        return self.catalogue.text(f"pages.criteria.{key}", **facts)

    def _told(self, key: str, **facts: object) -> Markup:
        return render.told(self.catalogue, f"pages.criteria.{key}", **facts)
