"""The entries of the journal as they would be, in a folder of its own: looked at before the first byte is written.

Only what would be there is written into that folder, and of files that are not edited none but those that are read as
entries or settings, so that no second copy of what is to be forgotten comes about.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.duties.renaming import moved
from netjudge_plugin.reader.disk import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.forgetting import Plan

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


def is_rehearsed(inside: str) -> bool:
    """Whether a file of the journal is one of those: hidden files and pictures are not."""
    return inside.lower().endswith(_READ) and not inside.startswith(".") and "/." not in inside
