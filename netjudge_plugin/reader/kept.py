"""The versions of the criteria that were kept: `criteria/2026-11-23.yml` in the journal, in force from that day on.

Only `netjudge criteria keep` writes them; a version that cannot be used any more costs a warning, and nothing else.
"""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from netjudge_plugin.model.diagnostics import Diagnostic, Place
from netjudge_plugin.model.versions import Kept
from netjudge_plugin.reader.disk import load_flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from netjudge_plugin.model.criteria import Criteria
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.settings import Settings

    Parse = Callable[[SourceFile], tuple[Criteria | None, tuple[Diagnostic, ...]]]

FOLDER = "criteria"
SUFFIX = ".yml"


def kept_file(settings: Settings, day: datetime.date) -> Path:
    """Where the version that is in force from that day on is kept."""
    return settings.journal_dir / FOLDER / f"{day.isoformat()}{SUFFIX}"


def load(settings: Settings, parse: Parse) -> tuple[tuple[Kept, ...], tuple[Diagnostic, ...]]:
    """All kept versions that can be used, oldest first, and a warning for each that cannot."""
    versions, problems = texts(settings)
    parsed = [(day, *parse(source)) for day, source in versions]
    broken = [problem for _, criteria, found in parsed if criteria is None for problem in found]
    return tuple(Kept(day, criteria) for day, criteria, _ in parsed if criteria), (*problems, *_unusable(broken))


def texts(settings: Settings) -> tuple[tuple[tuple[datetime.date, SourceFile], ...], tuple[Diagnostic, ...]]:
    """The texts of all kept versions with their days, oldest first, and a warning for each that cannot be had."""
    shown = f"{settings.journal_shown}/{FOLDER}"
    files, unread = load_flat(settings.journal_dir / FOLDER, shown, SUFFIX)
    dated = [(_day(PurePosixPath(file.inside).stem), file) for file in files]
    unnamed = (Diagnostic(Place(file.path), "kept-criteria-name") for day, file in dated if day is None)
    versions = sorted(((day, file) for day, file in dated if day), key=lambda version: version[0])
    return tuple(versions), (*_unusable(unread), *unnamed)


def _unusable(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One warning instead of all that is wrong with a version of the past: nothing has to be mended for its sake."""
    first: dict[str, Diagnostic] = {}
    for problem in sorted(problems, key=lambda one: one.place):
        first.setdefault(problem.place.path, Diagnostic(problem.place, "kept-criteria-unusable"))
    return tuple(first.values())


def _day(stem: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(stem)
    except ValueError:
        return None
    return day if stem == day.isoformat() else None  # 20261123 is a date to Python, too
