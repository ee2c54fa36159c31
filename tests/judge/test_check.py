"""What the proof says of damaged copies of the standard criteria, with its figures, and how a journal lives with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from drawn import draw, look, settings
from records import STANDARD

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.judge.proof import check
from netjudge_plugin.judge.proof.check import RULES, prove
from netjudge_plugin.model.criteria import StopKind
from netjudge_plugin.model.diagnostics import SEVERITIES, Severity
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.model.plan import Layer, PlanRules
from netjudge_plugin.reader.presets import preset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netjudge_plugin.model.diagnostics import Diagnostic

TEXT = preset("standard", "ja").data.decode()
CONTACT_STEP = TEXT[TEXT.index("  - step: S10") : TEXT.index("otherwise:")]
TIMING_STEP = TEXT[TEXT.index("  - step: S9") : TEXT.index("  - step: S10")]


def findings(text: str) -> tuple[Diagnostic, ...]:
    """What the proof says of a file's text."""
    criteria, problems = in_force.parse_criteria(SourceFile("criteria.yml", "criteria.yml", text.encode()))
    assert criteria, problems
    return prove(criteria).findings


def figures(found: Iterable[Diagnostic]) -> dict[str, str]:
    """The findings with how many states each is about."""
    return {one.name: one.facts.get("states", one.facts.get("step", "")) for one in found}


def example(found: Diagnostic) -> tuple[str, str]:
    """The state that a finding shows: the axes that differ, and what all others are."""
    return found.facts["example"].replace("\n", "、"), found.facts["rest"]


def to_the_top(step: str, text: str = TEXT) -> str:
    """The text with a step moved above all others."""
    return text.replace(step, "").replace("steps:\n", f"steps:\n{step}", 1)


# ---------------------------------------------------------------------------------------------------------------------
# Damaged copies of the standard criteria
# ---------------------------------------------------------------------------------------------------------------------


def test_contact_at_the_top_goes_past_every_stop():
    (found,) = findings(to_the_top(CONTACT_STEP))
    assert figures([found]) == {"criteria-masked-stop": "203"}  # 201 states of the axes and the 2 kinds of stop signs
    assert example(found) == ("心地よさ・違和感 ×", "○")
    assert to_the_top(CONTACT_STEP).splitlines()[found.place.line - 1] == "  - step: S10"


def test_more_axes_than_there_are_can_never_be_ok():
    found = findings(TEXT.replace("ok_at_least: 2", "ok_at_least: 6"))
    assert figures(found) == {
        "criteria-dead-step": "S10",
        "criteria-defer-without-path": "832",
        "criteria-no-path-to-contact": "8,748",
    }
    assert {example(one) for one in found if "rest" in one.facts} == {("", "○")}


def test_timing_at_the_top_punishes_better_timing():
    (found,) = findings(to_the_top(TIMING_STEP))
    assert figures([found]) == {"criteria-not-monotone": "2,292"}
    assert found.severity is Severity.WARNING
    assert example(found) == ("将来のやり取り ×", "○")
    told = [found.facts[name] for name in ("axis", "marks", "before", "after")]
    assert told == ["タイミング", "× → ？", "次の機会まで見送る", "今回は連絡しない"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT[TEXT.index("  - step: S7") : TEXT.index("  - step: S8")], ""),
        ("all_ok: [future, ease]\n", "all_ok: [future, ease, timing]\n"),
    ],
    ids=["without weak_fit", "timing must be ok"],
)
def test_harmless_edits_are_clean(old, new):
    assert TEXT.count(old) > 0
    assert findings(TEXT.replace(old, new, 1)) == ()


def test_a_kind_of_stop_signs_that_no_step_asks_for_stops_nobody():
    step = TEXT[TEXT.index("  - step: S1\n") : TEXT.index("  - step: S2")]
    (found,) = findings(TEXT.replace(step, ""))
    assert found.name == "criteria-masked-stop"
    assert (found.facts["kind"], found.facts["sign"]) == ("red_line", "依頼者の秘密を話す")
    assert TEXT.replace(step, "").splitlines()[found.place.line - 1].strip() == "keeps: by_me"


def test_a_kind_without_signs_needs_no_step():
    empty = StopKind("later", 12, {})
    assert prove(replace(STANDARD, stops=(*STANDARD.stops, empty))).findings == ()
    assert len(prove(replace(STANDARD, stops=(*STANDARD.stops, replace(empty, signs={"x": "あと"})))).findings) == 1


def test_contact_above_the_stop_signs_alone_is_shown_with_a_sign():
    stop = TEXT[TEXT.index("  - step: S2") : TEXT.index("  - step: S3")]
    (found,) = findings(TEXT.replace(stop, "").replace("otherwise:", f"{stop}otherwise:", 1))
    assert figures([found]) == {"criteria-masked-stop": "1"}
    assert example(found) == ("はっきりした違和感 ！", "○")


def test_a_step_below_one_that_decides_all_of_its_states_is_dead():
    again = TEXT[TEXT.index("  - step: S4") : TEXT.index("  - step: S5")].replace("S4", "S11")
    sign = TEXT[TEXT.index("  - step: S2") : TEXT.index("  - step: S3")].replace("S2", "S12")
    found = {one.facts["step"]: one for one in findings(TEXT.replace("otherwise:", f"{again}{sign}otherwise:", 1))}
    assert {step: one.facts["by"] for step, one in found.items()} == {"S11": "S4", "S12": "S2"}
    assert example(found["S11"]) == ("無理のなさ ×", "○")
    assert example(found["S12"]) == ("はっきりした違和感 ！", "○")


def test_contact_by_feelings_alone():
    felt = CONTACT_STEP.replace("all_ok: [future, ease]", "all_ok: [comfort]").replace("    ok_at_least: 2\n", "")
    felt = "".join(line for line in felt.splitlines(keepends=True) if "of:" not in line)
    (found,) = findings(TEXT.replace(CONTACT_STEP, felt))
    assert found.name == "criteria-feeling-only-contact"
    assert example(found) == ("心地よさ・違和感 ○", "？")


def test_without_a_step_to_contact_nothing_leads_there():
    found = findings(TEXT.replace("then: contact", "then: defer"))
    assert set(figures(found)) == {"criteria-no-path-to-contact", "criteria-defer-without-path"}
    assert {one.place.line for one in found} == {TEXT[: TEXT.index("format:")].count("\n") + 1}


# ---------------------------------------------------------------------------------------------------------------------
# In a journal
# ---------------------------------------------------------------------------------------------------------------------


def test_unsound_criteria_are_said_and_stay_in_use(tmp_path):
    outlook = look(tmp_path, {"criteria.yml": to_the_top(CONTACT_STEP)})
    assert [one.name for one in outlook.criteria_findings] == ["criteria-masked-stop"]
    assert set(outlook.criteria_findings) <= set(outlook.diagnostics)
    assert not outlook.stand_in
    assert outlook.criteria.steps[0].id == "S10"


def test_criteria_that_cannot_be_read_are_not_proved(tmp_path):
    outlook = look(tmp_path, {"criteria.yml": to_the_top(CONTACT_STEP).replace("then: contact", "then: call")})
    assert outlook.stand_in
    assert outlook.criteria_findings == ()


def test_the_same_text_is_proved_once_however_often_a_site_is_built(tmp_path, monkeypatch):
    proved = []
    monkeypatch.setattr(check, "prove", lambda criteria: proved.append(criteria.digest) or prove(criteria))
    journal = draw(tmp_path, {"criteria.yml": TEXT + "# first\n"})
    for _ in range(3):
        pipeline.look(settings(journal))
    assert len(proved) == 1
    english, _ = pipeline.look(settings(journal, language="en"))  # its findings are said with other labels
    assert english.criteria.axes[0].name == "Future exchange"
    draw(tmp_path, {"criteria.yml": TEXT + "# second\n"})
    pipeline.look(settings(journal))
    assert len(proved) == len(set(proved)) + 1 == 3


# ---------------------------------------------------------------------------------------------------------------------
# The plan
# ---------------------------------------------------------------------------------------------------------------------


def overload(limit: int, *layers: tuple[int, int]) -> list[str]:
    """What a plan with that weekly limit and layers of (people, days) needs, if it is too much."""
    plan = PlanRules(weekly_limit=limit, layers=tuple(Layer(str(n), "", *of[::-1]) for n, of in enumerate(layers)))
    return [one.facts["need"] for one in prove(replace(STANDARD, plan=plan)).findings]


def test_what_the_layers_take_a_week_is_compared_exactly():
    assert overload(4, (4, 7)) == []
    assert overload(4, (4, 7), (1, 9999)) == ["4.01"]  # rounded up: it is more than 4
    assert overload(1, (1, 21), (1, 21), (1, 21)) == []  # three thirds are one
    assert overload(2, (3, 30), (8, 90), (20, 180), (40, 365)) == ["2.87"]
    assert overload(0) == []


def test_every_rule_is_a_diagnostic():
    assert set(RULES) <= set(SEVERITIES)
    warnings = {rule for rule in RULES if SEVERITIES[rule] is not Severity.ERROR}
    assert warnings == {"criteria-not-monotone", "criteria-weekly-overload"}
