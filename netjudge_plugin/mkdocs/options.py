"""What mkdocs.yml says about the journal, checked once and turned into the settings of a run.

The host would check each option by itself, in English, and only warn of an unknown one. A misspelt `criteria` must not
silently judge people by other criteria, so the host is told to let everything pass, and all options are checked here,
all mistakes in one go, in the language of the site.
"""

from __future__ import annotations

import datetime
import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import BaseConfigOption, Config

from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.mkdocs import folders, values
from netjudge_plugin.mkdocs.elsewhere import settings_that_ask
from netjudge_plugin.mkdocs.loading import ConfigProblem, config_from_file
from netjudge_plugin.mkdocs.policy import Policy
from netjudge_plugin.settings import LANGUAGES, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig


class _Raw(BaseConfigOption[object]):
    """An option that is taken as it is written; `settings_from` checks it."""

    def __init__(self, default: object = None) -> None:
        super().__init__()
        self.default = default


class NetjudgeConfig(Config):  # type: ignore[no-untyped-call] # the host's __init_subclass__
    """The options of the plugin in mkdocs.yml."""

    journal_dir = _Raw("journal")
    criteria = _Raw()
    today = _Raw(values.TODAY)
    language = _Raw()
    extra_fields = _Raw()
    purpose = _Raw()
    retention = _Raw()
    era = _Raw()
    content_security_policy = _Raw()
    member = _Raw()
    team_name = _Raw()
    share_docs = _Raw()
    targets = _Raw()

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Let everything pass: at this moment the host does not yet tell the language of the site."""
        return [], []


OPTIONS = tuple(name for name, option in vars(NetjudgeConfig).items() if isinstance(option, _Raw))


def settings_from(config: MkDocsConfig) -> Settings:
    """The settings that a loaded mkdocs.yml asks for; raises ConfigProblem naming every wrong option."""
    options = _options_of(config)
    words = catalogue(_language_of(config, options))
    shown = Path(config.config_file_path or "mkdocs.yml").name
    if options is None:
        raise ConfigProblem(words.text("mkdocs.file.no-plugin", file=shown))
    problems = [*_unknown(options, words), *_wrong(options, words)]
    if not problems:
        problems = [
            *folders.overlaps(config, _journal(config, options), words),
            *folders.wrong_docs(_share_docs(config, options), _journal(config, options), words),
        ]
    if problems:
        raise ConfigProblem("\n".join(f"{shown}: {problem}" for problem in problems))
    return _settings(config, options, words.language)


def settings_from_file(path: Path | None, language: str | None = None) -> Settings:
    """The settings of a mkdocs.yml (None: the one of this folder); whatever is wrong raises ConfigProblem."""
    return settings_from(config_from_file(path, language))


def _settings(config: MkDocsConfig, options: NetjudgeConfig, language: str) -> Settings:
    clock = datetime.datetime.now().astimezone().date()
    journal = _journal(config, options)
    allowed = Policy(values.policy(options.content_security_policy) or {})
    return Settings(
        journal_dir=journal,
        today=values.today(options.today) or clock,
        clock=clock,
        journal_shown=folders.shown(journal, folders.root(config)),
        root=folders.root(config),
        criteria=values.text(options.criteria) or None,
        language=language,
        extra_fields=frozenset(values.names(options.extra_fields)),
        purpose=values.text(options.purpose),
        retention=values.months(options.retention),
        era=values.switch(options.era),
        directory_urls=config.use_directory_urls,
        asks_elsewhere=tuple(asked for asked in settings_that_ask(config) if not allowed.allows(asked[1])),
        home_uri=folders.home_uri(config),
        member=values.text(options.member),
        team_name=values.text(options.team_name),
        share_docs=_share_docs(config, options),
        targets=values.targets(options.targets),
    )


def _options_of(config: MkDocsConfig) -> NetjudgeConfig | None:
    found = (plugin.config for plugin in config.plugins.values())
    return next((options for options in found if isinstance(options, NetjudgeConfig)), None)


def _language_of(config: MkDocsConfig, options: NetjudgeConfig | None) -> str:
    """The language asked for, else the theme's: Material calls it `language`, MkDocs' own themes `locale`."""
    wanted = options.language if options is not None else None
    if isinstance(wanted, str) and wanted in LANGUAGES:
        return wanted
    theme = str(config.theme.get("language") or config.theme.get("locale") or "")
    return "ja" if theme.lower().startswith("ja") else "en"


def _journal(config: MkDocsConfig, options: NetjudgeConfig) -> Path:
    return folders.folder(config, values.text(options.journal_dir) or "journal")


def _share_docs(config: MkDocsConfig, options: NetjudgeConfig) -> Path | None:
    name = values.text(options.share_docs)
    return folders.folder(config, name) if name else None


def _unknown(options: NetjudgeConfig, words: Catalogue) -> Iterator[str]:
    """One problem for each option that does not exist, with the nearest that does and all of them."""
    for name in options:
        if name not in OPTIONS:
            near = difflib.get_close_matches(str(name), OPTIONS, n=1)
            hint = words.text("mkdocs.option.nearest", name=near[0]) if near else ""
            yield words.text("mkdocs.option.unknown", name=name, hint=hint, names=", ".join(OPTIONS))


def _wrong(options: NetjudgeConfig, words: Catalogue) -> Iterator[str]:
    """One problem for each option whose value cannot be used."""
    for name, reader in values.READERS.items():
        try:
            reader(options[name])
        except values.Wrong:
            yield words.text(f"mkdocs.option.{name}")


def policy_of(config: MkDocsConfig, options: NetjudgeConfig, *, serving: bool) -> Policy | None:
    """The policy that pages get, or None where the user wants none."""
    added = values.policy(options.content_security_policy)
    return None if added is None else Policy(added, serving=serving, from_folder=not config.use_directory_urls)
