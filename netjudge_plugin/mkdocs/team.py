"""A team's site, built by the host with a configuration of its own.

The user's mkdocs.yml is made for his private site: its pages, navigation, hooks, theme overrides and plugins may all
quote the journal, and each plugin that makes something out of pages (tags, feeds, cards, blogs, dates of a repository)
is one more place that may forget what is private. So nothing of it is filtered; none of it is taken. Hand-written pages
come from the one folder that is named for it (`share_docs`), and from nowhere else.
"""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build as build_host
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.utils import clean_directory

from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.mkdocs.folders import home_uri
from netjudge_plugin.mkdocs.plugin import STYLE, STYLES, NetjudgePlugin
from netjudge_plugin.mkdocs.policy import Policy
from netjudge_plugin.mkdocs.search import SCRIPT, set_up

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from netjudge_plugin import pipeline
    from netjudge_plugin.settings import Settings

#: By this file a folder is known to hold a site for others that was made here.
MARK = "assets/netjudge-team.css"
_FEATURES = ["navigation.path", "navigation.indexes", "navigation.top", "search.highlight"]


@dataclass(frozen=True, slots=True)
class Made:
    """What was built: the site, and the files that its making accounts for (pages, and what comes with them).

    A file that lies in the folder of hand-written pages and is no page is not among them.
    """

    site: pipeline.Site
    files: frozenset[str]


class TeamPlugin(NetjudgePlugin):  # type: ignore[no-untyped-call] # the host's __init_subclass__
    """Shows a site that was handed over ready made; it reads no journal and no options."""

    assets: Mapping[str, tuple[str, ...]] = {STYLE: STYLES[STYLE], MARK: (MARK,), SCRIPT: (SCRIPT,)}

    def __init__(self, site: pipeline.Site, settings: Settings) -> None:
        """Take the site as it is; of the settings only the language counts."""
        self.site = site
        self.settings = settings
        self.policy = Policy(from_folder=True)
        self.asked = set()
        self.made: frozenset[str] = frozenset()

    @event_priority(50)  # before the search reads its options
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Announce the style sheets, and what the search needs."""
        config.extra_css[:0] = [STYLE, MARK]
        set_up(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Nothing: the site is there."""

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember what belongs to the site."""
        self.made = frozenset(
            file.dest_uri for file in files if file.is_documentation_page() or file.src_uri in self.assets
        )
        return super().on_nav(nav, config=config, files=files)


def build(site_of: Callable[[Settings], pipeline.Site], settings: Settings, site_dir: Path) -> Made:
    """Build a site for others into a folder (whatever is in it goes); `site_of` makes the pages from the settings.

    Pages are made after the folder of hand-written ones is known, since one of those may be the index.
    """
    with ExitStack() as stack:
        docs = settings.share_docs or _empty(Path(stack.enter_context(TemporaryDirectory())))
        config = _configuration(settings, docs, site_dir, catalogue(settings.language, era=settings.era))
        settings = replace(settings, directory_urls=False, home_uri=home_uri(config))
        site = site_of(settings)
        config.plugins["netjudge"] = plugin = TeamPlugin(site, settings)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_host(config)
        finally:
            config.plugins.on_shutdown()
    return Made(site, plugin.made)


def may_be_replaced(folder: Path) -> bool:
    """Whether a site may be put there: nothing is in the folder, or one that was made here."""
    return not folder.exists() or (folder / MARK).is_file() or (folder.is_dir() and not any(folder.iterdir()))


def put(site: Path, folder: Path) -> None:
    """Put a finished site into a folder, in place of the one that is there; a full disk shows before that one goes."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".netjudge-", dir=folder.parent) as beside:
        shutil.copytree(site, beside, dirs_exist_ok=True)
        folder.mkdir(exist_ok=True)
        clean_directory(str(folder))
        for item in Path(beside).iterdir():
            item.rename(folder / item.name)


def _configuration(settings: Settings, docs: Path, site_dir: Path, words: Catalogue) -> MkDocsConfig:
    """All that the host is told; no file is read for it."""
    config = MkDocsConfig(config_file_path=str(docs.absolute().parent / "mkdocs.yml"))
    config.load_dict(
        {
            "site_name": escape(settings.team_name or words.text("team.site_name")),  # themes print it as it is
            "docs_dir": str(docs.absolute()),
            "site_dir": str(site_dir.absolute()),
            "use_directory_urls": False,
            "theme": {
                "name": "material",
                "language": settings.language,
                "font": False,
                "features": _FEATURES,
                "palette": _palette(words),
            },
            "plugins": ["search"],
        }
    )
    failed, _ = config.validate()
    assert not failed, failed
    return config


def _empty(folder: Path) -> Path:
    docs = folder / "docs"
    docs.mkdir()
    return docs


def _palette(words: Catalogue) -> list[dict[str, Any]]:
    """Light and dark as the device has it, and a way to change it."""
    schemes = (("light", "default", "night", "dark"), ("dark", "slate", "sunny", "light"))
    return [
        {
            "media": f"(prefers-color-scheme: {preferred})",
            "scheme": scheme,
            "primary": "teal",
            "accent": "teal",
            "toggle": {"icon": f"material/weather-{icon}", "name": words.text(f"mkdocs.palette.{other}")},
        }
        for preferred, scheme, icon, other in schemes
    ]
