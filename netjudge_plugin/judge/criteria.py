"""A criteria file to criteria: every key known, every number in its range, every name one that exists.

A file with a mistake is not used at all: judging people by half-read criteria would be worse than saying so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netjudge_plugin.judge.drawer import Drawer
from netjudge_plugin.judge.plan_rules import layers_agree, plan_rules
from netjudge_plugin.model.criteria import VERDICTS, Axis, BusySeason, Criteria, Step, StopKind
from netjudge_plugin.model.wording import normal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from netjudge_plugin.model.diagnostics import Diagnostic, Place
    from netjudge_plugin.model.written import Table

#: "A few plain criteria are enough": beyond this the exact test of firmness would walk too many states.
MOST_AXES = 12
_DAY = re.compile(r"(\d\d)-(\d\d)")
_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_TOP = (
    "format", "name", "axes", "stops", "notes_only", "steps", "otherwise", "verdicts", "whys", "revisit",
    "decision_keeps", "no_reply_after", "plan", "busy_seasons",
)  # fmt: skip
_AXIS = (
    "id", "name", "question", "ok_needs", "no_needs", "keeps", "count", "style", "feeling", "unknown_is_fine",
    "good", "concern", "clears", "ask", "ask_if_concern",
)  # fmt: skip
_STEP = ("step", "then", "why", "stop", "any_no", "unsettled", "all_ok", "ok_at_least", "no_at_least", "of")
_AUTOMATIC_WHYS = ("feeling_only", "conflicting", "know_more")


def parse(
    table: Table, source: str, digest: str, profession: Callable[[str], str]
) -> tuple[Criteria | None, tuple[Diagnostic, ...]]:
    """The criteria written in a file, or None with every mistake found in it.

    `source` and `digest` are kept as they are; `profession` turns a written profession into its id.
    """
    drawer = Drawer(table, [])
    drawer.only(_TOP)
    drawer.choice("format", ("1",), required=True)
    silence = drawer.inner("no_reply_after")
    silence.only(("messages", "days"))
    criteria = Criteria(
        name=drawer.text("name", required=True),
        axes=tuple(_axis(item) for item in drawer.tables("axes", required=True)),
        stops=_stops(drawer),
        notes_only=drawer.labels("notes_only"),
        steps=tuple(_step(item) for item in drawer.tables("steps", required=True)),
        otherwise=drawer.choice("otherwise", ("defer",), required=True),
        verdicts=drawer.labels("verdicts", required=True),
        whys=drawer.labels("whys", required=True),
        latest_after_months=_revisit(drawer),
        decision_keeps=drawer.number("decision_keeps", 1, 120, default=12),
        no_reply_messages=silence.number("messages", 1, 99, default=2),
        no_reply_days=silence.number("days", 1, 999, default=30),
        plan=plan_rules(drawer),
        busy_seasons=tuple(_season(item, profession) for item in drawer.tables("busy_seasons")),
        source=source,
        digest=digest,
        place=table.place,
    )
    _agree(criteria, drawer)
    return (None if drawer.problems else criteria), tuple(drawer.problems)


def _axis(drawer: Drawer) -> Axis:
    drawer.only(_AXIS)
    axis = Axis(
        id=drawer.text("id", required=True),
        name=drawer.text("name", required=True),
        question=drawer.text("question"),
        ok_needs=drawer.number("ok_needs", 1, 9),
        no_needs=drawer.number("no_needs", 1, 9),
        keeps=drawer.number("keeps", 1, 1200),
        count=drawer.choice("count", ("all", "latest")),
        style=drawer.choice("style", ("balance", "guard")),
        feeling=drawer.flag("feeling"),
        unknown_is_fine=drawer.flag("unknown_is_fine"),
        good=drawer.labels("good"),
        concern=drawer.labels("concern"),
        clears=_clears(drawer),
        ask=drawer.texts("ask"),
        ask_if_concern=drawer.texts("ask_if_concern"),
        place=drawer.table.place,
    )
    if axis.count == "latest" and (axis.ok_needs, axis.no_needs) != (1, 1):
        # else one newer good fact could lower an axis
        drawer.wrong(drawer.place("count"), "criteria-latest-needs-one")
    if axis.style == "guard" and axis.count == "latest":
        # a guard holds a concern until it is cleared; `latest` would forget it
        drawer.wrong(drawer.place("style"), "criteria-guard-needs")
    return axis


def _clears(drawer: Drawer) -> dict[str, tuple[str, ...]]:
    inner = drawer.inner("clears")
    return {word: inner.texts(word) for word in inner.at}


def _stops(drawer: Drawer) -> tuple[StopKind, ...]:
    kinds = drawer.inner("stops")
    found = []
    for kind in kinds.at:
        inner = kinds.inner(kind)
        inner.only(("keeps", "signs"))
        keeps = None if inner.text("keeps") == "by_me" else inner.number("keeps", 1, 1200)
        found.append(StopKind(kind, keeps, inner.labels("signs", required=True), inner.table.place))
    return tuple(found)


def _step(drawer: Drawer) -> Step:
    drawer.only(_STEP)
    counts = {key: drawer.number(key, 1, 99) for key in ("ok_at_least", "no_at_least") if key in drawer.at}
    if bool(counts) != ("of" in drawer.at):
        drawer.wrong(drawer.place("of"), "criteria-missing", field="ok_at_least / no_at_least + of")
    if not {"stop", "any_no", "unsettled", "all_ok", *counts} & set(drawer.at):
        drawer.wrong(drawer.table.place, "criteria-missing", field="stop / any_no / unsettled / all_ok / …")
    for key in ("any_no", "unsettled", "all_ok", "of"):
        named = drawer.texts(key)
        if key in drawer.at and (not named or len(set(named)) < len(named)):
            drawer.wrong(drawer.place(key), "criteria-value", field=key)  # an empty condition would hold for everybody
    return Step(
        id=drawer.text("step", required=True),
        then=drawer.text("then", required=True),
        why=drawer.text("why", required=True),
        stop=drawer.text("stop", required=True) if "stop" in drawer.at else None,
        any_no=drawer.texts("any_no"),
        unsettled=drawer.texts("unsettled"),
        all_ok=drawer.texts("all_ok"),
        ok_at_least=counts.get("ok_at_least"),
        no_at_least=counts.get("no_at_least"),
        of=drawer.texts("of"),
        place=drawer.table.place,
    )


def _revisit(drawer: Drawer) -> int:
    inner = drawer.inner("revisit")
    inner.only(("at_next_meeting", "latest_after_months"))
    if not inner.flag("at_next_meeting", default=True):
        inner.wrong(inner.place("at_next_meeting"), "criteria-revisit-off")
    return inner.number("latest_after_months", 1, 12, default=12)


def _season(drawer: Drawer, profession: Callable[[str], str]) -> BusySeason:
    drawer.only(("profession", "from", "to"))
    ends = []
    for key in ("from", "to"):
        found = _DAY.fullmatch(drawer.text(key, required=True))
        month, day = (int(found[1]), int(found[2])) if found else (0, 0)
        if not (1 <= month <= 12 and 1 <= day <= _DAYS_OF_MONTH[month - 1]):  # noqa: PLR2004 - months
            drawer.wrong(drawer.place(key), "criteria-value", field=key, choices="MM-DD")
            month, day = 1, 1
        ends.append((month, day))
    return BusySeason(profession(drawer.text("profession", required=True)), ends[0], ends[1])


def _agree(criteria: Criteria, drawer: Drawer) -> None:
    """What holds between the parts: words are unique, and every name that is used exists."""
    _unique_words(criteria, drawer)
    axes = {axis.id: axis for axis in criteria.axes}
    if len(axes) > MOST_AXES:
        drawer.wrong(drawer.place("axes"), "criteria-too-many-axes", limit=str(MOST_AXES))
    for verdict in VERDICTS:
        if "verdicts" in drawer.at and verdict not in criteria.verdicts:
            drawer.wrong(drawer.place("verdicts"), "criteria-missing", field=verdict)
    drawer.inner("verdicts").only(VERDICTS)
    if len({normal(label) for label in criteria.verdicts.values()}) < len(criteria.verdicts):
        drawer.wrong(drawer.place("verdicts"), "criteria-duplicate-word", field="verdicts")
    if "decision" in criteria.whys:  # the why of my own decisions
        drawer.wrong(drawer.place("whys"), "criteria-value", field="decision")
    for why in _AUTOMATIC_WHYS:
        if "whys" in drawer.at and why not in criteria.whys:
            drawer.wrong(drawer.place("whys"), "criteria-missing", field=why)
    for axis, inner in zip(criteria.axes, drawer.tables("axes"), strict=True):
        _clears_other_side(axis, criteria, inner)
    layers_agree(criteria, drawer)
    for step, inner in zip(criteria.steps, drawer.tables("steps"), strict=True):
        _step_agrees(step, axes, criteria, inner)


def _unique_words(criteria: Criteria, drawer: Drawer) -> None:
    """Ids and labels are unique over words and axes; one word's own id and label may coincide.

    What is said stands at the second of two.
    """
    owner: dict[str, int] = {}
    for me, (place, identifier, label) in enumerate(_named(criteria, drawer)):
        if any(owner.setdefault(text, me) != me for text in (normal(identifier), normal(label))):
            drawer.wrong(place, "criteria-duplicate-word", field=identifier)
    ids: set[str] = set()
    for step, inner in zip(criteria.steps, drawer.tables("steps"), strict=True):
        if step.id in ids:
            drawer.wrong(inner.place("step"), "criteria-duplicate-word", field=step.id)
        ids.add(step.id)


def _named(criteria: Criteria, drawer: Drawer) -> Iterator[tuple[Place, str, str]]:
    """Every name that a journal may use: where it stands, its id and its label."""
    for axis, inner in zip(criteria.axes, drawer.tables("axes"), strict=True):
        yield inner.place("id"), axis.id, axis.name
        yield from _words(inner, "good", axis.good)
        yield from _words(inner, "concern", axis.concern)
    stops = drawer.inner("stops")
    for kind in criteria.stops:
        yield from _words(stops.inner(kind.id), "signs", kind.signs)
    yield from _words(drawer, "notes_only", criteria.notes_only)


def _words(drawer: Drawer, key: str, labels: Mapping[str, str]) -> Iterator[tuple[Place, str, str]]:
    at = {entry.key.value: entry.key.place for entry in drawer.inner(key).table.entries}
    return ((at[word], word, label) for word, label in labels.items())


def _clears_other_side(axis: Axis, criteria: Criteria, drawer: Drawer) -> None:
    """A word may only clear words of the other polarity, or stop signs."""
    good = {word for other in criteria.axes for word in other.good}
    concern = {word for other in criteria.axes for word in other.concern}
    signs = {word for kind in criteria.stops for word in kind.signs}
    for word, cleared in axis.clears.items():
        allowed = (concern | signs) if word in axis.good else good if word in axis.concern else set()
        if not set(cleared) <= allowed:
            drawer.wrong(drawer.place("clears"), "criteria-clears-wrong-side")


def _step_agrees(step: Step, axes: Mapping[str, Axis], criteria: Criteria, drawer: Drawer) -> None:
    if step.then not in VERDICTS:
        drawer.wrong(drawer.place("then"), "criteria-unknown-verdict", choices="\n".join(VERDICTS))
    if step.why not in criteria.whys:
        drawer.wrong(drawer.place("why"), "criteria-unknown-why", choices="\n".join(criteria.whys))
    if step.stop is not None and step.stop not in {kind.id for kind in criteria.stops}:
        drawer.wrong(drawer.place("stop"), "criteria-unknown-stop")
    for key in ("any_no", "unsettled", "all_ok", "of"):
        names: tuple[str, ...] = getattr(step, key)
        if not set(names) <= set(axes):
            drawer.wrong(drawer.place(key), "criteria-unknown-axis", choices="\n".join(axes))
    if any(axes[name].style != "guard" for name in step.unsettled if name in axes):
        drawer.wrong(drawer.place("unsettled"), "criteria-value", field="unsettled")
