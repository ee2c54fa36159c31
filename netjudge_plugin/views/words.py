"""What a word of the journal is called and which side it is on, for showing it: the criteria turned round once.

A word is shown by its label in the criteria in force, however it was written; what the criteria do not know is shown
as it stands in the file. What a word *means* for a verdict is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from netjudge_plugin.model.wording import at_colon, labels, normal, parted

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Axis, Criteria
    from netjudge_plugin.model.journal import Impression


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
        return labels(self.criteria)

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
        return self._axis_names.get(normal(axis), axis)

    def written(self, impression: Impression) -> tuple[tuple[str, str], ...]:
        """An impression as it is shown, with its side ("own" for a mark on an axis, "unknown" for anything else).

        Several words in one text (`業務分野が近い、対応が丁寧`) come apart, as they do when they are judged.
        """
        if impression.axis is not None:
            return (self._mark(impression.axis, impression.text),)
        whole = self._word(impression.text)
        if whole:
            return whole
        parts = tuple(self._word(part) or self._marked(part) for part in parted(impression.text))
        if len(parts) > 1 and all(parts):
            return tuple(shown for part in parts for shown in part)
        # own words behind a mark may hold a 、 too
        return self._marked(impression.text) or tuple(
            shown for text in parted(impression.text) for shown in self._word(text) or ((text, "unknown"),)
        )

    def verdict(self, text: str) -> str:
        """The label of a verdict, however it was written."""
        verdicts = self.criteria.verdicts
        ids = {normal(label): verdict for label, verdict in self.criteria.verdict_synonyms.items()}
        ids |= {normal(known): verdict for verdict, label in verdicts.items() for known in (verdict, label)}
        return verdicts.get(ids.get(normal(text), text), text)

    def released(self, text: str) -> tuple[str, ...]:
        """The labels of signs that were released, as shown."""
        words = [text] if self._word(text) else parted(text)
        return tuple(label for word in words for label, _ in self._word(word) or ((word, ""),))

    def _word(self, text: str) -> tuple[tuple[str, str], ...]:
        """A word of the criteria with its side, or nothing."""
        word = self._ids.get(normal(text))
        return ((self.label(word), self.sides[word]),) if word else ()

    def _marked(self, text: str) -> tuple[tuple[str, str], ...]:
        """A mark on an axis in one text (`無理のなさ：○`), or nothing."""
        cut = at_colon(text)
        return (self._mark(*cut),) if cut and normal(cut[0]) in self._axis_names else ()

    def _mark(self, axis: str, text: str) -> tuple[str, str]:
        name = self.axis_name(axis)
        return f"{name}{': ' if name.isascii() else '：'}{text.strip()}", "own"

    @cached_property
    def _axis_names(self) -> dict[str, str]:
        names = {
            normal(label): self.axes[axis].name for label, axis in self.criteria.synonyms.items() if axis in self.axes
        }
        return names | {normal(text): axis.name for axis in self.criteria.axes for text in (axis.id, axis.name)}

    @cached_property
    def _ids(self) -> dict[str, str]:
        ids = {normal(label): word for label, word in self.criteria.synonyms.items() if word in self.labels}
        return ids | {normal(text): word for word, label in self.labels.items() for text in (word, label)}
