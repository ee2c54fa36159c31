"""What is left of somebody in a folder, by the scan that proves sites: every file and name, in every disguise."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from netjudge_plugin.audience import manifest, scan
from netjudge_plugin.model.proof import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netjudge_plugin.audience.needles import Needles


def left_in(folder: Path, needles: Needles) -> tuple[str, ...]:
    """The files of a folder that still hold something, or cannot be looked through to the end.

    The scan masks what it finds in names; whoever wants to mend a file needs its name.
    """
    troubles = {Trouble.SECRET, Trouble.UNPROVED}
    found = {leak.file for leak in scan.prove(folder, needles).leaks if leak.trouble in troubles}
    paths = (entry.path for entry in manifest.entries(folder)) if found else ()
    return tuple(path for path in paths if scan.shown(path, needles) in found)


def left_but(
    folder: Path,
    needles: Needles,
    without: Callable[[str], str],
    *,
    named: Callable[[str], str] = str,
    among: Callable[[str], bool] = bool,
) -> tuple[str, ...]:
    """What `left_in` finds, where what a text or a name may say of another is no trace.

    `without` gives a text without that, `named` the name that a file will have, and `among` picks files to look at.
    """
    left = []
    for path in filter(among, left_in(folder, needles)):
        data = (folder / path).read_bytes()
        with suppress(UnicodeDecodeError):  # no text is looked at as it is
            data = without(data.decode("utf-8")).encode()
        if scan.holds(manifest.Entry(without(named(path)), data), needles):
            left.append(named(path))
    return tuple(left)
