"""What mkdocs.yml says about the journal, checked once and turned into the settings of a run.

The host would check each option by itself, in English, and only warn of an unknown one. A misspelt `criteria` must not
silently judge people by other criteria, so the host is told to let everything pass, and all options are checked here,
all mistakes in one go, in the language of the site.
"""

from __future__ import annotations

import datetime
import difflib
import locale
import logging
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import load_config
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, InclusionLevel, set_exclusions

from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.mkdocs.elsewhere import settings_that_ask
from netjudge_plugin.mkdocs.policy import Policy, read
from netjudge_plugin.settings import AUDIENCES, LANGUAGES, LATEST_EVENT, NamedTarget, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig

_TODAY = "today"
_PASSWORD = re.compile(r"://[^/@]*:[^/@]*@")


class ConfigProblem(Exception):  # noqa: N818 - a problem of the user's, not an error of the program
    """The configuration cannot be used; the message says what is wrong and what would be right."""


class _Raw(BaseConfigOption[object]):
    """An option that is taken as it is written; `settings_from` checks it."""

    def __init__(self, default: object = None) -> None:
        super().__init__()
        self.default = default


class NetjudgeConfig(Config):  # type: ignore[no-untyped-call] # the host's __init_subclass__
    """The options of the plugin in mkdocs.yml."""

    journal_dir = _Raw("journal")
    criteria = _Raw()
    today = _Raw(_TODAY)
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


class _Wrong(Exception):  # noqa: N818 - a signal between the functions of this file
    """The value of an option is of no use."""


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
            *_overlaps(config, _journal(config, options), words),
            *_wrong_docs(_share_docs(config, options), _journal(config, options), words),
        ]
    if problems:
        raise ConfigProblem("\n".join(f"{shown}: {problem}" for problem in problems))
    return _settings(config, options, words.language)


def settings_from_file(path: Path | None, language: str | None = None) -> Settings:
    """The settings of a mkdocs.yml (None: the one of this folder); whatever is wrong raises ConfigProblem."""
    return settings_from(config_from_file(path, language))


def config_from_file(path: Path | None, language: str | None = None) -> MkDocsConfig:
    """The host's configuration, loaded; what the host cannot load raises ConfigProblem.

    `language` is the user's, for what is wrong before the file can tell its own.
    """
    words = catalogue(language or _language_of_the_machine())
    if path is not None and not path.is_file():
        raise ConfigProblem(words.text("mkdocs.file.missing", file=path))
    if path is None and not any(Path(name).is_file() for name in ("mkdocs.yml", "mkdocs.yaml")):
        raise ConfigProblem(words.text("mkdocs.file.missing", file="mkdocs.yml"))
    with overheard() as said:
        try:
            return load_config(config_file=str(path) if path else None)
        except MkDocsException as error:
            raise ConfigProblem("\n".join([*said, error.format_message()])) from error
        except ValueError as error:  # from the YAML reader: a date such as 2026-02-30
            raise ConfigProblem(words.text("mkdocs.file.unreadable", file=path or "mkdocs.yml", why=error)) from error


def _settings(config: MkDocsConfig, options: NetjudgeConfig, language: str) -> Settings:
    clock = datetime.datetime.now().astimezone().date()
    journal = _journal(config, options)
    allowed = Policy(_policy(options.content_security_policy) or {})
    return Settings(
        journal_dir=journal,
        today=_today(options.today) or clock,
        clock=clock,
        journal_shown=_shown(journal, _root(config)),
        root=_root(config),
        criteria=_text(options.criteria) or None,
        language=language,
        extra_fields=frozenset(_names(options.extra_fields)),
        purpose=_text(options.purpose),
        retention=_months(options.retention),
        era=_switch(options.era),
        directory_urls=config.use_directory_urls,
        asks_elsewhere=tuple(asked for asked in settings_that_ask(config) if not allowed.allows(asked[1])),
        home_uri=home_uri(config),
        member=_text(options.member),
        team_name=_text(options.team_name),
        share_docs=_share_docs(config, options),
        targets=_targets(options.targets),
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


def _language_of_the_machine() -> str:
    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def _journal(config: MkDocsConfig, options: NetjudgeConfig) -> Path:
    name = _text(options.journal_dir) or "journal"
    return Path(os.path.normpath(_root(config) / name))


def _share_docs(config: MkDocsConfig, options: NetjudgeConfig) -> Path | None:
    name = _text(options.share_docs)
    return Path(os.path.normpath(_root(config) / name)) if name else None


def _shown(path: Path, root: Path) -> str:
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def home_uri(config: MkDocsConfig) -> str:
    """`index`, unless docs_dir has a page (or any file) that becomes the site's index.html; then it stays there."""
    names = sorted(entry.name for entry in os.scandir(config.docs_dir) if entry.is_file())
    files = [File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in names]
    found = [file for file in files if file.dest_uri.casefold() == "index.html"]
    set_exclusions(found, config)
    return "index" if all(file.inclusion is InclusionLevel.EXCLUDED for file in found) else "home"


def _unknown(options: NetjudgeConfig, words: Catalogue) -> Iterator[str]:
    """One problem for each option that does not exist, with the nearest that does and all of them."""
    for name in options:
        if name not in OPTIONS:
            near = difflib.get_close_matches(str(name), OPTIONS, n=1)
            hint = words.text("mkdocs.option.nearest", name=near[0]) if near else ""
            yield words.text("mkdocs.option.unknown", name=name, hint=hint, names=", ".join(OPTIONS))


def _wrong(options: NetjudgeConfig, words: Catalogue) -> Iterator[str]:
    """One problem for each option whose value cannot be used."""
    readers = {
        "journal_dir": _text,
        "criteria": _text,
        "today": _today,
        "language": _language,
        "extra_fields": _names,
        "purpose": _text,
        "retention": _months,
        "era": _switch,
        "content_security_policy": _policy,
        "member": _text,
        "team_name": _text,
        "share_docs": _text,
        "targets": _targets,
    }
    for name, reader in readers.items():
        try:
            reader(options[name])
        except _Wrong:
            yield words.text(f"mkdocs.option.{name}")


def _overlaps(config: MkDocsConfig, journal: Path, words: Catalogue) -> list[str]:
    """The folders of the host that the journal must not lie in or around.

    In docs_dir the host would publish the journal's files as they are; in (or around) site_dir it would delete them.
    """
    ours = journal.resolve()
    problems = []
    for name, folder in (("docs_dir", config.docs_dir), ("site_dir", config.site_dir)):
        theirs = Path(folder).resolve()
        if ours == theirs or ours in theirs.parents or theirs in ours.parents:
            problems.append(words.text(f"mkdocs.overlap.{name}"))
    return problems


def _wrong_docs(docs: Path | None, journal: Path, words: Catalogue) -> Iterator[str]:
    """Why a folder cannot be the one of pages for others: it is not there, or it has something of the journal."""
    if docs is None:
        return
    theirs, ours = docs.resolve(), journal.resolve()
    if not docs.is_dir():
        yield words.text("mkdocs.option.share_docs")
    elif theirs == ours or theirs in ours.parents or ours in theirs.parents:
        yield words.text("mkdocs.overlap.share_docs")


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Wrong
    return value.strip()


def _today(value: object) -> datetime.date | str | None:
    """A date, LATEST_EVENT, or None for the clock's."""
    if value in (None, _TODAY):
        return None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if value == LATEST_EVENT:
        return LATEST_EVENT
    try:
        return datetime.date.fromisoformat(_text(value))
    except ValueError as error:
        raise _Wrong from error


def _language(value: object) -> None:
    if value is not None and value not in LANGUAGES:
        raise _Wrong


def policy_of(config: MkDocsConfig, options: NetjudgeConfig, *, serving: bool) -> Policy | None:
    """The policy that pages get, or None where the user wants none."""
    added = _policy(options.content_security_policy)
    return None if added is None else Policy(added, serving=serving, from_folder=not config.use_directory_urls)


def _switch(value: object) -> bool:
    if value is not None and not isinstance(value, bool):
        raise _Wrong
    return bool(value)


def _policy(value: object) -> dict[str, tuple[str, ...]] | None:
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise _Wrong from error


def _months(value: object) -> int | None:
    """A number of months."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _Wrong
    return value


def _names(value: object) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _Wrong
    return value


def _targets(value: object) -> tuple[NamedTarget, ...]:
    """Names with an audience and an address each; a password has no business in this file."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise _Wrong
    return tuple(_target(name, one) for name, one in value.items())


def _target(name: object, one: object) -> NamedTarget:
    if not isinstance(name, str) or not isinstance(one, dict) or one.keys() != {"audience", "to"}:
        raise _Wrong
    audience, to = one["audience"], _text(one["to"])
    if audience not in AUDIENCES or not to or _PASSWORD.search(to):
        raise _Wrong
    return NamedTarget(name, audience, to)


class _Listener(logging.Handler):
    def __init__(self, but: str) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        self._but = but

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != self._but:
            self.said.append(record.getMessage())


@contextmanager
def overheard(*, but: str = "") -> Iterator[list[str]]:
    """What the host warns of: without its own command line it would go to stderr bare, or nowhere.

    `but` is a logger whose warnings reach the user in another way.
    """
    log, listener = logging.getLogger("mkdocs"), _Listener(but)
    propagate, log.propagate = log.propagate, False
    log.addHandler(listener)
    try:
        yield listener.said
    finally:
        log.removeHandler(listener)
        log.propagate = propagate
