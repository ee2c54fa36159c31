"""Which criteria a command speaks of: a file named on the line, a preset by its name, or those of the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.cli.wording import Problem, words_now
from netjudge_plugin.reader.disk import load_one
from netjudge_plugin.reader.presets import PRESETS, preset

if TYPE_CHECKING:
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import SourceFile


def criteria_named(written: str, language: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of the criteria that a user names; None and why, if the file cannot be read.

    A file comes before a preset of its name. Raises Problem if there is neither.
    """
    path = Path(written)
    if path.is_file():
        return load_one(path, path.as_posix())
    if written in PRESETS:
        return preset(written, language), ()
    raise Problem(words_now().text("cli.source.criteria", file=written, names=", ".join(PRESETS)))
