"""Whose newest record is older than one meant to keep it is listed, and nothing is done."""

from __future__ import annotations

import pytest
from drawn import event, look, said

OLD = event("2024-11-22", "{person: 佐藤 美咲, reading: さとう みさき}")
PERSON = "---\nperson: 佐藤 美咲\nreading: さとう みさき\n---\n"


@pytest.mark.parametrize(
    ("files", "months", "listed"),
    [
        ({"a.md": OLD}, 24, ["a.md:5:14 past-retention"]),
        ({"a.md": OLD}, 25, []),
        ({"a.md": OLD}, None, []),
        ({"a.md": OLD.replace("11-22", "11-23")}, 24, []),
        ({"a.md": OLD, "b.md": event("2026-11-01", "{person: 佐藤 美咲, reading: さとう みさき}")}, 24, []),
        ({"a.md": OLD, "people/s.md": PERSON}, 24, ["people/s.md:2:9 past-retention"]),
        ({"people/s.md": PERSON}, 24, []),
        ({"a.md": OLD, "b.md": "---\ntitle: x\ndate: 2026-12-01\nattending: [佐藤 美咲]\n---\n"}, 24, []),
        ({"a.md": OLD}, 50000, []),
    ],
)
def test_who_is_listed(tmp_path, files, months, listed):
    assert said(look(tmp_path, files, retention=months)) == listed


def test_an_exchange_counts(tmp_path):
    more = "exchanges:\n  - date: 2026-10-01\n    direction: out\n---\n"
    assert said(look(tmp_path, {"a.md": OLD, "people/s.md": PERSON.removesuffix("---\n") + more}, retention=24)) == []
