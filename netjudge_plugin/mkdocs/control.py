"""The controls of the proof: what the same configuration makes of no journal, no shares and no hand-written page."""

from __future__ import annotations

import logging
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin import pipeline
from netjudge_plugin.mkdocs import team
from netjudge_plugin.mkdocs.options import NetjudgeConfig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from netjudge_plugin.settings import Settings


@contextmanager
def control_site(config_file: Path | None) -> Iterator[tuple[Path, str]]:
    """A folder with the control, and the address that the site is meant to have (empty: none)."""
    with tempfile.TemporaryDirectory() as folder:
        with _quietly():
            config = _empty(config_file, Path(folder))
            _run(config)
        yield Path(config.site_dir), config.site_url or ""


@contextmanager
def control_of_team(settings: Settings) -> Iterator[Path]:
    """A folder with the control of a site for others: it has their look, and nobody in it."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        with _quietly():
            team.build(lambda final: pipeline.team_site((), final), replace(settings, share_docs=None), site)
        yield site


@contextmanager
def _quietly() -> Iterator[None]:
    log = logging.getLogger("mkdocs")
    was, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = was


def _empty(config_file: Path | None, folder: Path) -> MkDocsConfig:
    """The configuration with an empty folder wherever it names one of its own."""
    for name in ("docs", "journal"):
        (folder / name).mkdir()
    config = load_config(
        config_file=str(config_file) if config_file else None,
        docs_dir=str(folder / "docs"),
        site_dir=str(folder / "site"),
        strict=False,
    )
    config.nav, config.watch = None, []
    for plugin in config.plugins.values():
        if isinstance(plugin.config, NetjudgeConfig):
            plugin.config.journal_dir = str(folder / "journal")
    return config


def _run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
