"""A site built by the host into a folder of ours, to be published: the whole of it, or not at all.

The host's own build cleans the site's folder and writes into it page by page; killed, or with an error late, it leaves
half of a site. So a site that others read is built elsewhere first.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as build_host
from mkdocs.exceptions import MkDocsException

from netjudge_plugin import pipeline
from netjudge_plugin.mkdocs import team
from netjudge_plugin.mkdocs.loading import config_from_file, overheard
from netjudge_plugin.mkdocs.options import NetjudgeConfig, settings_from
from netjudge_plugin.mkdocs.plugin import STYLE
from netjudge_plugin.mkdocs.report import LOG
from netjudge_plugin.model.audience import PRIVATE
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    import datetime

    from mkdocs.config.defaults import MkDocsConfig

    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.team import Share
    from netjudge_plugin.settings import Settings


@dataclass(frozen=True, slots=True)
class Project:
    """A configuration that was read: the settings, and the folders that nothing may be published into."""

    settings: Settings
    root: Path
    folders: tuple[Path, ...]
    config: MkDocsConfig


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the findings in the journal, and what else the host had to say, as it said it.

    `failed` says that there is no site: the host gave up. `settings` are those it was built by, `files` what a build
    for others accounts for, and `share` what it was made of.
    """

    diagnostics: tuple[Diagnostic, ...]
    said: tuple[str, ...]
    settings: Settings
    failed: bool = False
    files: frozenset[str] = frozenset()
    share: Share | None = None

    @property
    def is_usable(self) -> bool:
        """Whether the site may be shown to others: it is whole, and nothing of the journal is missing from it."""
        return not self.failed and all(found.severity is not Severity.ERROR for found in self.diagnostics)


def read(config_file: Path | None, language: str | None = None) -> Project:
    """The project of a mkdocs.yml (None: the one of this folder); raises ConfigProblem."""
    config = config_from_file(config_file, language)
    settings = settings_from(config)
    folders = (settings.journal_dir, Path(config.docs_dir), Path(config.site_dir))
    return Project(settings, Path(config.config_file_path).absolute().parent, folders, config)


def build(project: Project, site_dir: Path, *, audience: str, today: datetime.date | str | None = None) -> Built:
    """Build the site for an audience into a folder, once for a project. `today` is another day to judge on."""
    settings = project.settings if today is None else replace(project.settings, today=today)
    if audience != PRIVATE:
        return _for_others(replace(settings, audience=audience), site_dir)
    config = project.config
    config.site_dir = str(site_dir)
    plugin = next(one for one in config.plugins.values() if isinstance(one.config, NetjudgeConfig))
    if today is not None:
        plugin.config.today = today
    with overheard(but=LOG.name) as said:
        failed = not _is_built(config, said)
    site = getattr(plugin, "site", None)
    return Built(site.diagnostics if site else (), tuple(said), settings, failed=failed)


def is_ones_own(folder: Path | None) -> bool:
    """Whether a site of one's own journal is there; one for others is made by another command."""
    return folder is not None and (folder / STYLE).is_file() and not (folder / team.MARK).is_file()


def renew(project: Project) -> Built:
    """Build one's own site anew, in place of the one that is in its folder; that one stays where none can be built."""
    folder = Path(project.config.site_dir)
    with tempfile.TemporaryDirectory(prefix="netjudge-") as beside:
        site = Path(beside, "site")
        built = build(project, site, audience=PRIVATE)
        if not built.failed:
            team.put(site, folder)
    return built


def _for_others(settings: Settings, site_dir: Path) -> Built:
    """The same for a site of what is shared; with an error in the journal none is built."""
    shared, problems = pipeline.share(settings)
    if any(found.severity is Severity.ERROR for found in problems):
        return Built(problems, (), settings)
    with overheard() as said:
        try:
            made = team.build(lambda final: pipeline.team_site([shared], final), settings, site_dir)
        except (MkDocsException, OSError) as error:
            return Built(problems, (*said, str(error)), settings, failed=True)
    return Built(problems, tuple(said), settings, files=made.files, share=shared)


def _is_built(config: MkDocsConfig, said: list[str]) -> bool:
    """Run the host's build as its own command does; what ends it is added to what it said."""
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_host(config)
    except (MkDocsException, OSError) as error:
        said.append(str(error))
        return False
    finally:
        config.plugins.on_shutdown()
    return True
