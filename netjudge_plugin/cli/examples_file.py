"""Which examples a command speaks of: those named, those beside the criteria, or those of the journal.

Criteria that are only being tried are held against the examples that the journal has.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.cli.source import Asked, is_journal_meant, settings_of
from netjudge_plugin.cli.wording import Problem
from netjudge_plugin.reader.disk import load_one
from netjudge_plugin.reader.presets import EXAMPLES, PRESETS, criteria_file, examples_beside, preset_examples

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.settings import Settings

    Loaded = tuple[SourceFile | None, tuple[Diagnostic, ...]]


def told_apart(file: str | None, examples: str | None) -> tuple[str | None, str | None]:
    """The file of criteria and the file of examples, also where the latter was named in place of the former."""
    if file is None or examples is not None or not file.endswith(EXAMPLES):
        return file, examples
    criteria = Path(file.removesuffix(EXAMPLES) + ".yml")
    return (str(criteria) if criteria.is_file() else None), file


def examples_named(named: str | None, file: str | None, asked: Asked, words: Catalogue) -> Loaded:
    """The text of the examples for the criteria `file` (None: those in use), unless others are named.

    Raises Problem if there are none.
    """
    if named is not None:
        return _load(Path(named), words)
    if file is None:
        return _of_journal(settings_of(asked), words)
    path = Path(file)
    if not path.is_file():
        return preset_examples(file, words.language), ()
    if examples_beside(path).is_file() or not is_journal_meant(asked):
        return _load(examples_beside(path), words)
    return _of_journal(settings_of(asked), words)


def _of_journal(settings: Settings, words: Catalogue) -> Loaded:
    own = criteria_file(settings)
    if own is None:
        return preset_examples(settings.criteria or PRESETS[0], settings.language), ()
    shown = settings.criteria or f"{settings.journal_shown}/{own.name}"
    return _load(examples_beside(own), words, shown=examples_beside(Path(shown)))


def _load(path: Path, words: Catalogue, *, shown: Path | None = None) -> Loaded:
    named = (shown or path).as_posix()
    if not path.is_file():
        raise Problem(words.text("examples.missing", file=named))
    return load_one(path, named)
