"""What a word of the journal is called and which side it is on, for showing it: the criteria turned round once.

A word is shown by its label in the criteria in force, however it was written; what the criteria do not know is shown
as it stands in the file. What a word *means* for a verdict is not decided here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Axis, Criteria
    from netjudge_plugin.model.journal import Impression

_SEVERAL = re.compile("[、，,]")


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


@dataclass(frozen=True)
class Words:
    """The words of the criteria by id and by every label that means them."""

    criteria: Criteria

    @cached_property
    def axes(self) -> dict[str, Axis]:
        """The axes by id."""
        return {axis.id: axis for axis in self.criteria.axes}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Every word's label by its id: of the axes, the stop signs and the notes-only words."""
        found: dict[str, str] = {}
        for axis in self.criteria.axes:
            found |= {**axis.good, **axis.concern}
        for kind in self.criteria.stops:
            found |= kind.signs
        return found | dict(self.criteria.notes_only)

    @cached_property
    def sides(self) -> dict[str, str]:
        """Which side a word's id is on: "good", "concern", "stop" or "note"."""
        found: dict[str, str] = {}
        for axis in self.criteria.axes:
            found |= dict.fromkeys(axis.good, "good") | dict.fromkeys(axis.concern, "concern")
        for kind in self.criteria.stops:
            found |= dict.fromkeys(kind.signs, "stop")
        return found | dict.fromkeys(self.criteria.notes_only, "note")

    def label(self, word: str) -> str:
        """The label of a word's id (the id itself where the criteria have none)."""
        return self.labels.get(word, word)

    def axis_name(self, axis: str) -> str:
        """The name of an axis, by id or as written."""
        return self._axis_names.get(_normal(axis), axis)

    def written(self, impression: Impression) -> tuple[tuple[str, str], ...]:
        """An impression as it is shown, with its side ("own" for a mark on an axis, "unknown" for anything else).

        Several words in one text (`業務分野が近い、対応が丁寧`) come apart, as they do when they are judged.
        """
        if impression.axis is not None:
            return (self._mark(impression.axis, impression.text),)
        parts = [part.strip() for part in _SEVERAL.split(impression.text) if part.strip()]
        return (self._known(impression.text) or tuple(shown for part in parts for shown in self._part(part))) or (
            (impression.text, "unknown"),
        )

    def verdict(self, text: str) -> str:
        """The label of a verdict, however it was written."""
        verdicts = self.criteria.verdicts
        ids = {_normal(label): verdict for label, verdict in self.criteria.verdict_synonyms.items()}
        ids |= {_normal(known): verdict for verdict, label in verdicts.items() for known in (verdict, label)}
        return verdicts.get(ids.get(_normal(text), text), text)

    def released(self, text: str) -> tuple[str, ...]:
        """The labels of signs that were released, as shown."""
        return tuple(label for label, _ in self._known(text)) or (text,)

    def _part(self, text: str) -> tuple[tuple[str, str], ...]:
        return self._known(text) or ((text, "unknown"),)

    def _known(self, text: str) -> tuple[tuple[str, str], ...]:
        word = self._ids.get(_normal(text))
        if word:
            return ((self.label(word), self.sides[word]),)
        axis, colon, mark = text.replace("：", ":").partition(":")
        return (self._mark(axis, mark),) if colon and _normal(axis) in self._axis_names else ()

    def _mark(self, axis: str, text: str) -> tuple[str, str]:
        name = self.axis_name(axis)
        return f"{name}{': ' if name.isascii() else '：'}{text.strip()}", "own"

    @cached_property
    def _axis_names(self) -> dict[str, str]:
        names = {
            _normal(label): self.axes[axis].name for label, axis in self.criteria.synonyms.items() if axis in self.axes
        }
        return names | {_normal(text): axis.name for axis in self.criteria.axes for text in (axis.id, axis.name)}

    @cached_property
    def _ids(self) -> dict[str, str]:
        ids = {_normal(label): word for label, word in self.criteria.synonyms.items() if word in self.labels}
        return ids | {_normal(text): word for word, label in self.labels.items() for text in (word, label)}
