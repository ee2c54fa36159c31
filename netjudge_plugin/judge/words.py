"""What a word means: a table lookup in both languages, and the marks ◎ ○ × ×× △ ？ on an axis.

A word that the criteria do not know counts as nothing and is said so, with up to two words that look like it.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic
from netjudge_plugin.model.wording import at_colon, labels, normal, parted

if TYPE_CHECKING:
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.journal import Impression, Word

#: A mark to the polarities it stands for: two good, one good, one and two concerns, one of each, and unsure.
MARKS: dict[str, tuple[int, ...]] = {"◎": (1, 1), "○": (1,), "××": (-1, -1), "×": (-1,), "△": (1, -1), "?": ()}
_SAME_MARK = str.maketrans({"〇": "○", "◯": "○", "✕": "×", "✖": "×", "▲": "△", "？": "?", "\ufe0f": None})
_MARKS_AT_START = re.compile("[◎○〇◯×✕✖△▲?？\ufe0f]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one impression says. `kind` is "word", "stop", "note", "mark" or "unsure".

    For a mark `id` is the user's own text; `axis` is given for words, marks and unsure; `kind_of_stop` for stops.
    """

    kind: str
    id: str
    axis: str = ""
    polarity: int = 0
    ordinal: int = 1
    kind_of_stop: str = ""


@dataclass(slots=True)
class Lexicon:
    """The words, axes, verdicts and whys of the criteria in force, by every label that means them."""

    criteria: Criteria
    words: dict[str, Meaning] = field(default_factory=dict)
    axes: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    whys: dict[str, str] = field(default_factory=dict)
    _read: dict[tuple[str | None, str], tuple[tuple[Meaning, ...], tuple[tuple[str, str], ...]]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        by_id = {meaning.id: meaning for meaning in _meanings(self.criteria)}
        names = {axis.id: axis.name for axis in self.criteria.axes}
        for word, meaning in by_id.items():
            self.words[normal(word)] = meaning
        for word, label in labels(self.criteria).items():
            if word in by_id:
                self.words[normal(label)] = by_id[word]
        for axis, name in names.items():
            self.axes[normal(axis)] = self.axes[normal(name)] = axis
        for verdict, label in self.criteria.verdicts.items():
            self.verdicts[normal(verdict)] = self.verdicts[normal(label)] = verdict
        for label, target in self.criteria.synonyms.items():
            if target in by_id:
                self.words.setdefault(normal(label), by_id[target])
            elif target in names:
                self.axes.setdefault(normal(label), target)
        for label, target in self.criteria.verdict_synonyms.items():
            self.verdicts.setdefault(normal(label), target)
        self._learn_whys()

    def _learn_whys(self) -> None:
        """Ids come first: a label of one why may look like the id of another."""
        self.whys = {normal(why): why for why in self.criteria.whys}
        for why, label in self.criteria.whys.items():
            self.whys.setdefault(normal(label), why)
        for label, target in self.criteria.why_synonyms.items():
            self.whys.setdefault(normal(label), target)
        self.whys.setdefault("decision", "decision")  # the why of my own decisions, which no criteria may use

    def read(self, impression: Impression) -> tuple[tuple[Meaning, ...], tuple[Diagnostic, ...]]:
        """What an impression means, and what of it could not be understood (`unknown-word`, `-mark`, `-axis`)."""
        key = (impression.axis, impression.text)
        if key not in self._read:
            self._read[key] = self._meaning(impression.axis, impression.text)
        meanings, problems = self._read[key]
        return meanings, tuple(
            Diagnostic(impression.place, name, {"suggestions": hint} if hint else {}) for name, hint in problems
        )

    def axes_of(self, word: Word) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """The axes that a text names, each that is none with `unknown-axis`."""
        return self._named(word, self.axes, "unknown-axis")

    def verdict(self, word: Word) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """The verdict that a word names: its id or its label in either language, nothing else."""
        found = self.verdicts.get(normal(word.text))
        if found:
            return found, ()
        choices = "\n".join(self.criteria.verdicts.values())
        return None, (Diagnostic(word.place, "unknown-verdict", {"choices": choices}),)

    def why(self, word: Word) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """The why that a word names: its id or its label in either language."""
        found = self.whys.get(normal(word.text))
        if found:
            return found, ()
        return None, (Diagnostic(word.place, "unknown-why", {"choices": "\n".join(self.criteria.whys.values())}),)

    def releases(self, word: Word) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """The ids of the signs or concerns that `released` names, each that is none with `unknown-word`."""
        return self._named(word, {text: meaning.id for text, meaning in self.words.items()}, "unknown-word")

    def _named(self, word: Word, known: dict[str, str], problem: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """What a text names among the known, the whole of it or each of several words run together."""
        texts = [word.text] if normal(word.text) in known else parted(word.text) or [word.text]
        found = [(text, known.get(normal(text))) for text in texts]
        return (
            tuple(name for _, name in found if name),
            tuple(Diagnostic(word.place, problem, self._hint(text, known)) for text, name in found if not name),
        )

    def _meaning(self, axis: str | None, text: str) -> tuple[tuple[Meaning, ...], tuple[tuple[str, str], ...]]:
        if axis is not None:
            return self._marked(axis, text)
        whole = self.words.get(normal(text))
        if whole:
            return (whole,), ()
        parts = parted(text)
        found = [self._meaning(None, part) for part in parts] if len(parts) > 1 else []
        several = (
            tuple(meaning for meanings, _ in found for meaning in meanings),
            tuple(problem for _, problems in found for problem in problems),
        )
        cut = at_colon(text)
        marked = cut if cut and normal(cut[0]) in self.axes else None
        if found and not (marked and several[1]):
            return several  # own words behind a mark may hold a 、 too, but never only words of the criteria
        if marked:
            return self._marked(*marked)
        return (), (("unknown-word", self._hint(text, self.words).get("suggestions", "")),)

    def _marked(self, axis_text: str, text: str) -> tuple[tuple[Meaning, ...], tuple[tuple[str, str], ...]]:
        axis = self.axes.get(normal(axis_text))
        if axis is None:
            return (), (("unknown-axis", self._hint(axis_text, self.axes).get("suggestions", "")),)
        mark, own = _mark(text)
        if mark is None:
            return (), (("unknown-mark", ""),)
        if not MARKS[mark]:
            return (Meaning("unsure", own, axis),), ()
        return tuple(
            Meaning("mark", own, axis, polarity, MARKS[mark][:place].count(polarity) + 1)
            for place, polarity in enumerate(MARKS[mark])
        ), ()

    def _hint(self, text: str, known: dict[str, object] | dict[str, str] | dict[str, Meaning]) -> dict[str, str]:
        """Up to two labels of the criteria in use that look like the text."""
        shown = {
            normal(label): label
            for word, label in (labels(self.criteria) | {axis.id: axis.name for axis in self.criteria.axes}).items()
            if normal(word) in known
        }
        near = difflib.get_close_matches(normal(text)[:80], list(shown), n=2, cutoff=0.5)
        return {"suggestions": "\n".join(shown[label] for label in near)} if near else {}


def _meanings(criteria: Criteria) -> list[Meaning]:
    return [
        *(Meaning("word", word, axis.id, 1) for axis in criteria.axes for word in axis.good),
        *(Meaning("word", word, axis.id, -1) for axis in criteria.axes for word in axis.concern),
        *(Meaning("stop", word, kind_of_stop=kind.id) for kind in criteria.stops for word in kind.signs),
        *(Meaning("note", word) for word in criteria.notes_only),
    ]


def _mark(text: str) -> tuple[str | None, str]:
    """The mark at the start and the user's own words after it; None when the text starts with no known mark."""
    stripped = text.strip()
    found = _MARKS_AT_START.match(stripped)
    mark = found.group().translate(_SAME_MARK) if found else ""
    if not found or mark not in MARKS:
        return None, ""
    return mark, stripped[found.end() :].strip()
