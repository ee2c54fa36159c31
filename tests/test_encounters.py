"""Real records through files: every row is accounted for, and the rules separate the decisions as the model says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "encounters.csv"


def benchmark(name):
    if not DATA.is_file():
        pytest.skip("the data set is not part of the project and not beside this checkout")
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def encounters():
    return benchmark("encounters")


@pytest.mark.parametrize("journals", ["by_rater", "all_at_once"])
def test_the_rules_separate_what_was_wanted(encounters, journals, tmp_path):
    data = encounters.rows(DATA)
    found, said = getattr(encounters, journals)(data, tmp_path)
    assert len(found) == len(data) == 5744
    expected = {"contact": (36.9, 66.7), "defer": (40.9, 37.4), "not_this_time": (22.1, 9.3)}
    for verdict, (share, wanted) in encounters.shares(found).items():
        assert share == pytest.approx(expected[verdict][0], abs=0.5)
        assert wanted == pytest.approx(expected[verdict][1], abs=0.5)
    # nobody has a reading, and nothing else is wrong
    assert dict(said) == {"missing-reading": 5744}


def test_proposals_learnt_from_five_decisions_fit_those_that_follow(monkeypatch):
    """The evenings with an odd number, which no choice of the program was made on."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    review = benchmark("review")
    raters = [met for met in review.evenings(DATA) if len(met) >= 10 and met[0].wave % 2]
    found = [review.result(met, 5, review.SUPPORT) for met in raters]
    left = sum(one.left for one in found)
    assert (len(found), left) == (182, 1964)
    assert 100 * sum(one.before for one in found) / left == pytest.approx(72.3, abs=0.1)
    assert 100 * sum(one.after for one in found) / left == pytest.approx(77.5, abs=0.5)
