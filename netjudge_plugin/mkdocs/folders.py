"""Which folders mkdocs.yml names, and which of them must not lie in one another; and where home goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel, set_exclusions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from netjudge_plugin.locale import Catalogue


def root(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, from which all others are counted."""
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def folder(config: MkDocsConfig, name: str) -> Path:
    """A folder as an option names it."""
    return Path(os.path.normpath(root(config) / name))


def shown(path: Path, start: Path) -> str:
    """A path as it is told to the user."""
    try:
        return Path(os.path.relpath(path, start)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def home_uri(config: MkDocsConfig) -> str:
    """`index`, unless docs_dir has a page (or any file) that becomes the site's index.html; then it stays there."""
    names = sorted(entry.name for entry in os.scandir(config.docs_dir) if entry.is_file())
    files = [File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in names]
    found = [file for file in files if file.dest_uri.casefold() == "index.html"]
    set_exclusions(found, config)
    return "index" if all(file.inclusion is InclusionLevel.EXCLUDED for file in found) else "home"


def overlaps(config: MkDocsConfig, journal: Path, words: Catalogue) -> list[str]:
    """The folders of the host that the journal must not lie in or around.

    In docs_dir the host would publish the journal's files as they are; in (or around) site_dir it would delete them.
    """
    ours = journal.resolve()
    problems = []
    for name, place in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        theirs = Path(place).resolve()
        if ours == theirs or ours in theirs.parents or theirs in ours.parents:
            problems.append(words.text(f"mkdocs.overlap.{name}"))
    return problems


def wrong_docs(docs: Path | None, journal: Path, words: Catalogue) -> Iterator[str]:
    """Why a folder cannot be the one of pages for others: it is not there, or it has something of the journal."""
    if docs is None:
        return
    theirs, ours = docs.resolve(), journal.resolve()
    if not docs.is_dir():
        yield words.text("mkdocs.option.share_docs")
    elif theirs == ours or theirs in ours.parents or ours in theirs.parents:
        yield words.text("mkdocs.overlap.share_docs")
