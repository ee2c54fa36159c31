"""The journal as it would be, in a folder of its own: looked at before the first byte of the real one is written.

Only what would be there is written into that folder, so that no second copy of what is to be forgotten comes about.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.duties.renaming import moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netjudge_plugin.model.forgetting import Plan


@contextmanager
def rehearsed(folder: Path, plan: Plan) -> Iterator[Path]:
    """A folder with the journal as the plan makes it; hidden files are left out, and links are no files of it."""
    after = {change.source.inside: change.after for change in plan.changes}
    with tempfile.TemporaryDirectory(prefix="netjudge-") as beside:
        for path, _, files in os.walk(folder):
            for file in files:
                whole = Path(path, file)
                inside = whole.relative_to(folder).as_posix()
                if inside.startswith(".") or "/." in inside or whole.is_symlink() or not whole.is_file():
                    continue
                target = Path(beside, moved(inside, plan.renames))
                target.parent.mkdir(parents=True, exist_ok=True)
                if inside not in after:
                    shutil.copyfile(whole, target)
                elif (data := after[inside]) is not None:
                    target.write_bytes(data)
        yield Path(beside)
