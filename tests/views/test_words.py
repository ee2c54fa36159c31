"""What is shown of an impression comes apart exactly as it does when it is judged."""

from __future__ import annotations

import pytest
from records import LEXICON, STANDARD, impression

from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.views.words import Words

SHOWN = Words(STANDARD)
HERE = Place("journal/a.md", 6, 9)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("near_field", [("業務分野が近い", "good")]),
        ("業務分野が近い、失礼な言動", [("業務分野が近い", "good"), ("失礼な言動", "stop")]),
        ("業務分野が近い、なにか", [("業務分野が近い", "good"), ("なにか", "unknown")]),
        ("無理のなさ：○、失礼な言動", [("無理のなさ：○", "own"), ("失礼な言動", "stop")]),
        ("無理のなさ：○ ゆっくり、落ち着いて", [("無理のなさ：○ ゆっくり、落ち着いて", "own")]),
        ("なにか", [("なにか", "unknown")]),
    ],
)
def test_an_impression_is_shown_as_it_is_read(written, shown):
    found = SHOWN.written(impression(written, HERE))
    assert list(found) == shown
    unknown = [problem for problem in LEXICON.read(impression(written, HERE))[1] if problem.name == "unknown-word"]
    assert len(unknown) == len([side for _, side in found if side == "unknown"])


def test_released_signs_may_be_run_together():
    assert SHOWN.released("失礼な言動、断っても勧誘が続く") == ("失礼な言動", "断っても勧誘が続く")
    assert SHOWN.released("知らないことば") == ("知らないことば",)
