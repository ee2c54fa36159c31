"""Where copies of the journal's contents lie besides the journal: the built site, and the places it is published to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from netjudge_plugin.mkdocs import folders
from netjudge_plugin.mkdocs.loading import ConfigProblem, config_from_file
from netjudge_plugin.mkdocs.options import NetjudgeConfig


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The folder of mkdocs.yml, those of the built site and of the pages, and the names of the places of publishing."""

    root: Path
    site: Path | None = None
    docs: Path | None = None
    targets: tuple[str, ...] = ()


def whereabouts(config_file: Path | None) -> Whereabouts:
    """What mkdocs.yml says of them; nothing where there is none."""
    try:
        config = config_from_file(config_file)
    except ConfigProblem:
        return Whereabouts(Path())
    options = (plugin.config for plugin in config.plugins.values())
    targets = next((one.get("targets") for one in options if isinstance(one, NetjudgeConfig)), None)
    named = tuple(str(name) for name in targets) if isinstance(targets, dict) else ()
    return Whereabouts(folders.root(config), Path(config.site_dir), Path(config.docs_dir), named)
