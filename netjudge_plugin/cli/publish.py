"""`publish`: build the site here, look through it, and bring a target to hold just that.

Everything that can be known is known before the target is touched: a mistake in the journal, a target that is meant for
others, or something that must not leave changes nothing there.
"""

from __future__ import annotations

import datetime
import getpass
import os
import re
import secrets
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli import publishing
from netjudge_plugin.cli.app import ERRORS, FINE, INCOMPLETE, LOCKED, MISUSED, PRIVATE
from netjudge_plugin.cli.audiences import read_audience
from netjudge_plugin.cli.console import language, say
from netjudge_plugin.cli.passing import may_leave
from netjudge_plugin.cli.source import read_day
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import Catalogue, catalogue
from netjudge_plugin.model.audience import PRIVATE as ONESELF
from netjudge_plugin.publish import locate, manifest, run, verify
from netjudge_plugin.publish.lock import Us
from netjudge_plugin.publish.stopped import Ending, Stopped

if TYPE_CHECKING:
    from netjudge_plugin.mkdocs.building import Built, Project
    from netjudge_plugin.publish.target import Target
    from netjudge_plugin.settings import Settings

#: What may be the name of a target, or of a folder here.
_NAME = re.compile(r"[^/\\:.~]+")
_CODES = {Ending.MEND: MISUSED, Ending.AGAIN: INCOMPLETE, Ending.PRIVATE: PRIVATE, Ending.LOCKED: LOCKED}


@click.command("publish", cls=Command)
@click.argument("audience", metavar="private|team|partners", callback=read_audience)
@click.option("--to", metavar="TARGET")
@click.option("-f", "--config-file", metavar="FILE")
@click.option("--today", metavar="DATE", callback=read_day)
@click.option("--dry-run", is_flag=True)
@click.option("--verify", "only_verify", is_flag=True)
@click.option("--recheck", is_flag=True)
@click.option("--break-lock", is_flag=True)
@click.option("--take-over", is_flag=True)
def publish(  # noqa: PLR0913 - one parameter an option
    *,
    audience: str,
    to: str | None,
    config_file: str | None,
    today: datetime.date | str | None,
    dry_run: bool,
    only_verify: bool,
    recheck: bool,
    break_lock: bool,
    take_over: bool,
) -> int:
    """See the catalogue: `cli.commands.publish`."""
    project = _project(config_file)
    words = catalogue(project.settings.language)
    token = secrets.token_hex(4)
    try:
        target = _target(project, audience, to, token, words)
        if only_verify:
            return _verified(target, audience, words)
        member = project.settings.member
        run.ensure_open_to(target, audience, "" if take_over else member)
        with tempfile.TemporaryDirectory(prefix="netjudge-") as folder:
            site = Path(folder, "site")
            built = _built(project, site, audience, today, words)
            if not built.is_usable:
                return ERRORS
            files, how = manifest.of_folder(site), {"recheck": recheck, "by_force": break_lock, "take_over": take_over}
            wish = run.Wish(site, files, audience, member, **how)
            if not may_leave(site, wish.files, built, words):
                return PRIVATE
            return _previewed(wish, target, words) if dry_run else _published(wish, target, token, words)
    except KeyboardInterrupt:
        say("\n" + words.text("publish.interrupted"), to_stderr=True)
        raise
    except Stopped as end:
        say(publishing.stopped(end, words), to_stderr=True)
        return _CODES[end.ending]


def _project(config_file: str | None) -> Project:
    from netjudge_plugin.mkdocs import building
    from netjudge_plugin.mkdocs.loading import ConfigProblem

    try:
        return building.read(Path(config_file) if config_file is not None else None, language())
    except ConfigProblem as problem:
        raise Problem(str(problem)) from None


def _target(project: Project, audience: str, to: str | None, token: str, words: Catalogue) -> Target:
    """The target that is meant: one of the configuration's by its name, or an address as it was typed."""
    settings = project.settings
    named = {one.name: one for one in settings.targets}
    if to is None:
        to = _only_name(settings, audience, words)
    if to not in named:
        if named and _NAME.fullmatch(to) and not Path(to).exists():
            raise Problem(words.text("publish.no-such-name", name=to, names=", ".join(named)))
        return locate.locate(to, Path(), token, project.folders)
    if named[to].audience != audience:
        raise Stopped("other-audience", target=to, there=named[to].audience, audience=audience)
    return locate.locate(named[to].to, project.root, token, project.folders)


def _only_name(settings: Settings, audience: str, words: Catalogue) -> str:
    """The configuration's target for the audience, if it has just one."""
    names = [one.name for one in settings.targets if one.audience == audience]
    if len(names) != 1:
        key = "publish.which" if names else "publish.no-target"
        raise Problem(words.text(key, audience=audience, names=", ".join(names)))
    return names[0]


def _built(project: Project, site: Path, audience: str, today: datetime.date | str | None, words: Catalogue) -> Built:
    from netjudge_plugin.mkdocs import building

    if audience != ONESELF and not project.settings.member:
        raise Problem(words.text("publish.no-member"))
    say(words.text("publish.building", audience=words.text(f"publish.audience.{audience}")), to_stderr=True)
    built = building.build(project, site, audience=audience, today=today)
    if told := publishing.built(built, words):
        say(told, to_stderr=True)
    return built


def _published(wish: run.Wish, target: Target, token: str, words: Catalogue) -> int:
    us = Us(socket.gethostname(), _user(), os.getpid(), token, lambda: datetime.datetime.now(datetime.UTC))
    with publishing.bar(words) as tell:
        report = run.publish(wish, target, us, tell)
    say(publishing.report(report, target.shown, words))
    if not report.is_complete:
        say(publishing.waiting(report.waiting, words), to_stderr=True)
        return INCOMPLETE
    return FINE


def _previewed(wish: run.Wish, target: Target, words: Catalogue) -> int:
    with publishing.bar(words) as tell:
        preview = run.preview(wish, target, tell)
    say(publishing.preview(preview.steps, preview.kept(wish), target.shown, words))
    return FINE


def _verified(target: Target, audience: str, words: Catalogue) -> int:
    with publishing.bar(words) as tell:
        found = verify.verify(target, audience, tell)
    say(publishing.verified(found, target.shown, words))
    if found.unfinished or (found.unread and found.is_known):
        return INCOMPLETE
    return FINE if found.is_right else ERRORS


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody's name is known
        return "?"
