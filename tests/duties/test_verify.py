"""What the files will say is looked at before any is written: a splice with a mistake is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netjudge_plugin.duties.verify import wrong

TEXT = (
    "---\ndate: 2026-11-20\ncontacts:\n  - person: 田中 健\n  - {person: 佐藤 花, note: 明るい方}\n---\n"
    "田中 健さんの紹介\n"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("明るい方", "明るい"),  # a record of somebody else
        ("（削除）さんの紹介", "田中 健さんの紹介"),  # a name that should be gone
        ("date: 2026-11-20", "date: 2026-11-21"),
        ("  - {person", "  - person: 田中 健\n  - {person"),  # the person's own entry
        ("contacts:", "contacts: ["),  # no YAML any more
    ],
)
def test_what_would_become_something_else_is_found(journal, old, new):
    forgetting, plan = journal({"a.md": TEXT}).planned("田中 健")
    (change,) = plan.changes
    assert not wrong(change, forgetting, frozenset())
    spoilt = change.after.replace(old.encode(), new.encode())
    assert spoilt != change.after
    assert wrong(replace(change, after=spoilt), forgetting, frozenset())
