"""The entries of the journal as they would be, in a folder of its own: looked at before the first byte is written.

Only what would be there is written into that folder, and of files that are not edited none but those that are read as
entries or settings, so that no second copy of what is to be forgotten comes about.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.duties.renaming import moved
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.reader import messages
from netjudge_plugin.reader.disk import YAML
from netjudge_plugin.reader.identity import identify
from netjudge_plugin.reader.professions import professions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.forgetting import Plan
    from netjudge_plugin.settings import Settings

_READ = (".md", *YAML)


@contextmanager
def rehearsed(folder: Path, plan: Plan) -> Iterator[Path]:
    """A folder with the journal's entries and settings as the plan makes them."""
    after = {change.source.inside: change.after for change in plan.changes}
    with tempfile.TemporaryDirectory(prefix="netjudge-") as beside:
        for path, _, files in os.walk(folder):
            for file in files:
                whole = Path(path, file)
                inside = whole.relative_to(folder).as_posix()
                if not is_rehearsed(inside) or whole.is_symlink() or not whole.is_file():
                    continue
                target = Path(beside, moved(inside, plan.renames))
                target.parent.mkdir(parents=True, exist_ok=True)
                if inside not in after:
                    shutil.copyfile(whole, target)
                elif (data := after[inside]) is not None:
                    target.write_bytes(data)
        yield Path(beside)


def new_mistake(settings: Settings, trial: Path, plan: Plan) -> str | None:
    """The path of a file in which there would be an error that there is not now; nobody is judged for that."""
    shown = settings.journal_shown
    before = Counter[tuple[str, str]]()
    for (path, name), count in _mistakes(settings).items():
        before[f"{shown}/{moved(path.removeprefix(f'{shown}/'), plan.renames)}", name] += count
    return min((path for path, _ in _mistakes(replace(settings, journal_dir=trial)) - before), default=None)


def _mistakes(settings: Settings) -> Counter[tuple[str, str]]:
    """The errors of a journal, of who is who, and of the files of criteria and messages, by the file and the name."""
    journal, unread = pipeline.read_journal(settings)
    criteria, unruly = in_force.read_criteria(settings)
    _, unclear = identify(journal, professions())
    _, unsaid = messages.in_force(settings, criteria.plan.layers)
    found = (*unread, *unclear, *unruly, *in_force.proof(criteria, settings.language).findings, *unsaid)
    return Counter((one.place.path, one.name) for one in found if one.severity is Severity.ERROR)


def is_rehearsed(inside: str) -> bool:
    """Whether a file of the journal is one of those: hidden files and pictures are not."""
    return inside.lower().endswith(_READ) and not inside.startswith(".") and "/." not in inside
