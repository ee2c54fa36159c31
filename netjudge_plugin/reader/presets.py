"""The criteria that ship with the package, and which criteria file a journal uses: named, its own, or the standard."""

from __future__ import annotations

import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from netjudge_plugin.model.criteria import SHIPPED
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader.disk import load_one
from netjudge_plugin.settings import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.settings import Settings

PRESETS = SHIPPED
OWN_FILE = "criteria.yml"
#: How the name of a file of examples ends; what stands before it is that of the criteria.
EXAMPLES = ".examples.yml"


def preset(name: str, language: str) -> SourceFile:
    """The text of a shipped preset; its path is the preset's name."""
    inside = f"{name}.{language}.yml"
    data = resources.files("netjudge_plugin").joinpath("presets", inside).read_bytes()
    return SourceFile(name, inside, data)


def criteria_file(settings: Settings) -> Path | None:
    """The criteria file that a run uses, or None for a preset."""
    own = settings.journal_dir / OWN_FILE
    if settings.criteria is None:
        return own if own.is_symlink() or own.exists() else None
    return None if settings.criteria in PRESETS else settings.root / settings.criteria


def criteria_source(settings: Settings) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The text of the criteria that a run uses; None and why, if the file cannot be read."""
    file = criteria_file(settings)
    if file is None:
        return preset(settings.criteria or PRESETS[0], settings.language), ()
    shown = settings.criteria or f"{settings.journal_shown}/{OWN_FILE}"
    return load_one(file, shown)


def contents(settings: Settings) -> frozenset[str]:
    """The digest of the criteria that a run uses; of a preset those of both languages, which say the same."""
    file = criteria_file(settings)
    if file is None:
        name = settings.criteria or PRESETS[0]
        return frozenset(digest(preset(name, language)) for language in LANGUAGES)
    source, _ = load_one(file, "")
    return frozenset([digest(source)] if source else [])


def preset_examples(name: str, language: str) -> SourceFile:
    """The examples that are shipped beside a preset."""
    inside = f"{name}.examples.{language}.yml"
    data = resources.files("netjudge_plugin").joinpath("presets", inside).read_bytes()
    return SourceFile(inside, inside, data)


def examples_beside(criteria: Path) -> Path:
    """Where the examples of a criteria file are kept."""
    return criteria.with_name(criteria.stem + EXAMPLES)


def digest(source: SourceFile) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of a criteria file."""
    return hashlib.sha256(source.data).hexdigest()[:12]
