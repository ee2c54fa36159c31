"""The control of the proof: the site that the same mkdocs.yml makes of no journal and no hand-written page."""

from __future__ import annotations

import logging
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin.mkdocs.options import NetjudgeConfig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig


@contextmanager
def control_site(config_file: Path | None) -> Iterator[tuple[Path, str]]:
    """A folder with the control, and the address that the site is meant to have (empty: none)."""
    log = logging.getLogger("mkdocs")
    quiet, log.disabled = log.disabled, True
    try:
        with tempfile.TemporaryDirectory() as folder:
            config = _empty(config_file, Path(folder))
            _run(config)
            yield Path(config.site_dir), config.site_url or ""
    finally:
        log.disabled = quiet


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
