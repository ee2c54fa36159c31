"""The sentences of the article: quoted to the letter, each for something that the criteria have."""

from pathlib import Path

import pytest

from netjudge_plugin import in_force
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.wording import labels

_MODEL = Path(__file__).parents[3] / "shared" / "model.md"
SEED = {key: text for key, text in catalogue("ja").texts.items() if key.startswith("seed.") and key != "seed.told"}
STANDARD = in_force.shipped("standard", "ja")


def of(namespace):
    return {key.split(".")[2] for key in SEED if key.split(".")[1] == namespace}


def test_every_axis_why_verdict_and_kind_of_sign_has_its_sentence():
    assert of("axis") == {axis.id for axis in STANDARD.axes}
    assert of("why") == set(STANDARD.whys)
    assert of("verdict") == set(STANDARD.verdicts)
    assert of("stop") == {kind.id for kind in STANDARD.stops}


def test_no_sentence_is_there_for_what_is_not():
    assert of("word") <= set(labels(STANDARD))
    assert {key.split(".")[1] for key in SEED} == {"axis", "why", "verdict", "stop", "word", "rule"}


@pytest.mark.skipif(not _MODEL.is_file(), reason=f"{_MODEL} is not there: the article's sentences are kept outside")
def test_they_are_quoted_to_the_letter():
    model = _MODEL.read_text(encoding="utf-8")
    assert [text for text in SEED.values() if text not in model] == []
