"""What is left of somebody in a folder, by the scan that proves sites: every file and name, in every disguise."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.audience import manifest, scan
from netjudge_plugin.model.proof import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjudge_plugin.audience.needles import Needles


def left_but(folder: Path, needles: Needles, without: Callable[[str], str]) -> tuple[str, ...]:
    """The same, where what a text may say of another is no trace: `without` gives a text without that."""
    with tempfile.TemporaryDirectory(prefix="netjudge-") as beside:
        for path in left_in(folder, needles):
            data = (folder / path).read_bytes()
            target = Path(beside, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                target.write_bytes(without(data.decode("utf-8")).encode())
            except UnicodeDecodeError:
                target.write_bytes(data)
        return left_in(Path(beside), needles)


def left_in(folder: Path, needles: Needles) -> tuple[str, ...]:
    """The files of a folder that still hold something, or cannot be looked through to the end.

    The scan masks what it finds in names; whoever wants to mend a file needs its name.
    """
    troubles = {Trouble.SECRET, Trouble.UNPROVED}
    found = {leak.file for leak in scan.prove(folder, needles).leaks if leak.trouble in troubles}
    paths = (entry.path for entry in manifest.entries(folder)) if found else ()
    return tuple(path for path in paths if scan.shown(path, needles) in found)
