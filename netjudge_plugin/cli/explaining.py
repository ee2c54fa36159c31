"""What there is to say of one word of the criteria or one name of a diagnostic, line by line.

The sentences are those of the page of the criteria; what is added here is only how they hang together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.names import MINE, Names
from netjudge_plugin.locale.messages import message
from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.wording import labels, normal
from netjudge_plugin.views.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.judge.words import Meaning
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Axis, Criteria, Step, StopKind


@dataclass(frozen=True)
class Explainer:
    """The criteria in use, and the catalogue to speak of them."""

    criteria: Criteria
    words: Catalogue

    @cached_property
    def names(self) -> Names:
        """All that can be asked for."""
        return Names(self.criteria, self.words)

    def everything(self, text: str) -> list[Iterator[str]]:
        """All that the text means, each as its lines: one name may be an axis and a why at once."""
        tell = {
            "axis": self._axis,
            "word": self._word,
            "stop": self._stop,
            "why": self._why,
            "verdict": self._verdict,
            "step": self._step,
            "diagnostic": self._diagnostic,
        }
        return [tell[kind](name) for kind, name in self.names.meant(text)]

    @cached_property
    def _told(self) -> Sentences:
        return Sentences(self.criteria, self.words)

    def _axis(self, name: str) -> Iterator[str]:
        axis = self._axis_of(name)
        yield self._title("axis", axis.id, axis.name)
        yield from self._line("question", [axis.question])
        for side in ("good", "concern"):
            yield from self._line(side, [self._listed(getattr(axis, side).values())])
        yield from self._rule(axis)
        yield from self._line("clears", [line.striptags() for line in self._told.clears(axis)])
        yield from self._decides(step for step in self.criteria.steps if axis.id in step.axes)
        yield from self._seed(f"axis.{axis.id}")

    def _word(self, name: str) -> Iterator[str]:
        meaning = self.names.lexicon.words[normal(name)]
        label = labels(self.criteria)[name]
        if meaning.kind == "stop":
            yield self._title("sign", name, label)
            yield from self._about_stop(self._kind_of(meaning.kind_of_stop), name)
        elif meaning.kind == "note":
            yield self._title("note", name, label)
            yield from self._line("effect", [self.words.text("pages.criteria.notes_only_lead")])
            yield from self._seed(f"word.{name}", "rule.notes_only")
        else:
            yield self._title("good" if meaning.polarity > 0 else "concern", name, label)
            yield from self._about_word(meaning)

    def _about_word(self, meaning: Meaning) -> Iterator[str]:
        axis = self._axis_of(meaning.axis)
        named = self.words.text("explain.named", name=axis.name, id=axis.id)
        yield from self._line("axis", [f"{named} {axis.question}".rstrip()])
        yield from self._rule(axis)
        yield from self._clearing(meaning.id)
        yield from self._line("automatic", self._derived(meaning.id))
        yield from self._decides(step for step in self.criteria.steps if axis.id in step.axes)
        yield from self._seed(f"word.{meaning.id}", f"axis.{axis.id}")

    def _stop(self, name: str) -> Iterator[str]:
        yield self._title("stop", name, name)
        kind = self._kind_of(name)
        yield from self._line("signs", [self._listed(kind.signs.values())])
        yield from self._about_stop(kind, "")

    def _about_stop(self, kind: StopKind, sign: str) -> Iterator[str]:
        yield from self._line("effect", [self.words.text("pages.criteria.stops_lead"), self._told.stop_keeps(kind)])
        if sign:
            yield from self._clearing(sign)
        yield from self._decides(step for step in self.criteria.steps if step.stop == kind.id)
        yield from self._seed(f"stop.{kind.id}")

    def _why(self, name: str) -> Iterator[str]:
        if name == MINE:
            yield self._title("why", name, self.words.text("judgement.decision.name"))
            text = self.words.text("pages.criteria.decision_keeps", months=self.criteria.decision_keeps)
            yield from self._line("effect", [text])
            yield from self._seed("rule.decision")
            return
        yield self._title("why", name, self.criteria.whys[name])
        yield from self._decides((step for step in self.criteria.steps if step.why == name), name)
        yield from self._seed(f"why.{name}")

    def _verdict(self, name: str) -> Iterator[str]:
        yield self._title("verdict", name, self.criteria.verdicts[name])
        yield from self._decides((step for step in self.criteria.steps if step.then == name), name)
        if name != "contact":
            months = self.criteria.latest_after_months
            yield from self._line("revisit", [self.words.text("pages.criteria.revisit_latest", months=months)])
        yield from self._seed(f"verdict.{name}")

    def _step(self, name: str) -> Iterator[str]:
        step = next(step for step in self.criteria.steps if step.id == name)
        yield self._title("step", name, name)
        yield f"  {self._told.step(step).striptags()}"
        yield from self._seed(f"why.{step.why}")

    def _diagnostic(self, name: str) -> Iterator[str]:
        found = Diagnostic(Place(""), name)
        severity = self.words.text(f"mkdocs.severity.{found.severity}")
        yield click.style(self.words.text("explain.diagnostic", name=name, severity=severity), bold=True)
        what, mend = message(found, self.words)
        yield f"  {what}"
        yield from self._line("mend", [mend])

    def _rule(self, axis: Axis) -> Iterator[str]:
        """How the axis comes to its mark, which facts it counts, and what is special about it."""
        yield from self._line("rule", list(self._told.rules(axis)))
        yield from self._line("counting", [*self._told.counting(axis), *self._told.remarks(axis)])

    def _clearing(self, word: str) -> Iterator[str]:
        lines = [line.striptags() for axis in self.criteria.axes for line in self._told.clears(axis, word=word)]
        yield from self._line("clears", lines)

    def _derived(self, word: str) -> list[str]:
        """When a word is added by itself."""
        criteria, label = self.criteria, labels(self.criteria)[word]
        if word == "no_reply":
            facts = {"messages": criteria.no_reply_messages, "days": criteria.no_reply_days, "word": label}
            return [self.words.text("pages.criteria.no_reply", **facts)]
        if word == "they_busy" and criteria.busy_seasons:
            return [self.words.text("explain.busy", word=label)]
        return []

    def _decides(self, steps: Iterable[Step], otherwise: str = "") -> Iterator[str]:
        """The steps in words; and if it also comes out where none applies, when that is."""
        told: list[str] = [self._told.step(step).striptags() for step in steps]
        key = f"explain.otherwise.{otherwise}"
        yield from self._line("steps", [*told, self.words.text(key)] if self.words.has(key) else told)

    def _seed(self, *keys: str) -> Iterator[str]:
        """The sentence of the article behind it."""
        yield from (f"  {sentence}" for sentence in self._told.seed(*keys))

    def _line(self, key: str, texts: list[str]) -> Iterator[str]:
        """A heading with its text, or with several lines below it; nothing where there is none."""
        texts, about = [text for text in texts if text], self.words.text(f"explain.keys.{key}")
        if len(texts) == 1:
            yield self.words.text("explain.line", about=about, text=texts[0])
        elif texts:
            yield self.words.text("explain.line", about=about, text="").rstrip()
            yield from (f"    {text}" for text in texts)

    def _title(self, kind: str, identifier: str, label: str) -> str:
        about = self.words.text(f"explain.kinds.{kind}")
        key = "explain.title" if label != identifier else "explain.title-plain"
        return click.style(self.words.text(key, label=label, id=identifier, kind=about), bold=True)

    def _listed(self, texts: Iterable[str]) -> str:
        return self.words.text("lists.between-quoted").join(
            self.words.text("lists.quoted", text=text) for text in texts
        )

    def _axis_of(self, name: str) -> Axis:
        return next(axis for axis in self.criteria.axes if axis.id == name)

    def _kind_of(self, name: str) -> StopKind:
        return next(kind for kind in self.criteria.stops if kind.id == name)
