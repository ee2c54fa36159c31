"""What a proposal says, in words: which change to the criteria it is. Command line and pages say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.model.review import Asked, Dropped, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.review import Edit, Lines, Moved


def told(edit: Edit, criteria: Criteria, words: Catalogue) -> str:
    """An edit as a sentence, with the criteria's own labels."""
    if isinstance(edit, Number):
        return _number(edit, criteria, words)
    if isinstance(edit, Asked):
        return _asked(edit, criteria, words)
    if isinstance(edit, Dropped):
        return words.text("review.edit.dropped", **_step(edit.part, criteria))
    return _moved(edit, criteria, words)


def where(lines: Lines, criteria: Criteria, words: Catalogue) -> str:
    """Where in the criteria the lines stand: with the place in the user's own file, else by the part alone."""
    if lines.place is None or not criteria.own:
        return words.text("review.proposals.where_preset", section=lines.section, part=lines.part)
    return words.text("review.proposals.where", path=lines.place.path, line=lines.place.line, part=lines.part)


def instead(lines: Lines, words: Catalogue) -> str:
    """What to do with lines that nothing is written for, or that move; empty where others replace them."""
    if lines.above:
        return words.text("review.proposals.move", above=lines.above)
    if lines.after:
        return ""
    return words.text("review.proposals.remove" if len(lines.before) == 1 else "review.proposals.remove_step")


def _number(edit: Number, criteria: Criteria, words: Catalogue) -> str:
    key = f"review.edit.{edit.key}_{'more' if edit.after > edit.before else 'fewer'}"
    part = {} if edit.key in ("ok_needs", "no_needs") else _step(edit.part, criteria)
    axis = _named([edit.part], criteria, words)
    return words.text(key, axis=axis, before=edit.before, after=edit.after, **part)


def _asked(edit: Asked, criteria: Criteria, words: Catalogue) -> str:
    more = [axis for axis in edit.after if axis not in edit.before]
    fewer = [axis for axis in edit.before if axis not in edit.after]
    step = _step(edit.part, criteria)
    if more and fewer:
        before, after = _named(edit.before, criteria, words), _named(edit.after, criteria, words)
        return words.text("review.edit.asked", before=before, after=after, **step)
    key = "more" if more else "fewer" if edit.after else "none"
    return words.text(f"review.edit.asked_{key}", axes=_named(more or fewer, criteria, words), **step)


def _moved(edit: Moved, criteria: Criteria, words: Catalogue) -> str:
    above = _step(edit.above, criteria)
    return words.text("review.edit.moved", above=edit.above, above_why=above["why"], **_step(edit.part, criteria))


def _step(part: str, criteria: Criteria) -> dict[str, str]:
    """A step by its id, with what it says when it applies."""
    step = next(step for step in criteria.steps if step.id == part)
    verdict, why = criteria.verdicts.get(step.then, step.then), criteria.whys.get(step.why, step.why)
    return {"step": part, "verdict": verdict, "why": why}


def _named(axes: Iterable[str], criteria: Criteria, words: Catalogue) -> str:
    names = {axis.id: axis.name for axis in criteria.axes}
    quoted = [words.text("lists.quoted", text=names.get(axis, axis)) for axis in axes]
    return words.text("review.between").join(quoted)
