"""Journals of whom somebody is to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from drawn import draw, settings

from netjudge_plugin import pipeline
from netjudge_plugin.duties import splice, verify
from netjudge_plugin.duties.forgetting import Forgetting
from netjudge_plugin.duties.left import left_but
from netjudge_plugin.reader import disk
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.forgetting import Plan

WORD = "（削除）"


def left(folder: Path, forgetting: Forgetting) -> tuple[str, ...]:
    """The files that hold something of the person besides what is asked about."""
    return left_but(folder, forgetting.texts.sought.needles, forgetting.texts.without_doubtful)


@dataclass
class Forgetful:
    """A journal in which one can forget, without a command line."""

    folder: Path

    def planned(self, name: str, *, ambiguous: bool = False) -> tuple[Forgetting, Plan]:
        journal, problems = pipeline.read_journal(settings(self.folder))
        assert [problem for problem in problems if problem.severity == "error"] == []
        people, _ = identify(journal, professions())
        person = next(one for one in people.people if name in {one.id, one.name})
        forgetting = Forgetting(person, people, WORD, ambiguous=ambiguous)
        settings_files = disk.load_all(self.folder, "journal", disk.YAML)
        names = disk.names(self.folder)
        return forgetting, forgetting.plan(
            journal, disk.load(self.folder, "journal")[0], settings=settings_files, names=names
        )

    def forget(self, name: str, *, ambiguous: bool = False) -> Plan:
        """Plan, verify, write and prove."""
        forgetting, plan = self.planned(name, ambiguous=ambiguous)
        assert not [change for change in plan.changes if verify.wrong(change, forgetting, frozenset())]
        splice.unchanged(self.folder, plan.changes)
        splice.write(self.folder, plan.changes, plan.renames)
        assert left(self.folder, forgetting) == ()
        return plan

    def text(self, inside: str) -> str:
        return (self.folder / inside).read_bytes().decode()


@pytest.fixture
def journal(tmp_path):
    """Write the files of a journal."""

    def written(files: dict[str, str]) -> Forgetful:
        return Forgetful(draw(tmp_path, files))

    return written
