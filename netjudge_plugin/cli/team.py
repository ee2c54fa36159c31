"""`team`: the office's site of who knows whom, out of the shares of its members, or out of one's own journal alone."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE, PRIVATE
from netjudge_plugin.cli.audiences import read_others
from netjudge_plugin.cli.console import language as language_now
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.passing import proof_for_others, proof_of_files, refusal
from netjudge_plugin.cli.shared import given, own_share, parquet, refuse_journal, say_problems
from netjudge_plugin.cli.source import Asked, clock, read_day, read_language, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import TEAM
from netjudge_plugin.reader.disk import load_flat, load_one
from netjudge_plugin.reader.shares import MOST_BYTES, read_shares
from netjudge_plugin.settings import Settings

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic
    from netjudge_plugin.model.journal import SourceFile
    from netjudge_plugin.model.team import Share


@click.command("team", cls=Command)
@click.argument("files", nargs=-1, metavar="[SHARE]...")
@click.option("--in", "folder", metavar="DIR")
@click.option("-d", "--site-dir", metavar="DIR")
@click.option("--parquet", "parquet_file", metavar="FILE")
@click.option("--audience", metavar="team|partners", default=TEAM, callback=read_others)
@click.option("--name", metavar="TEXT")
@click.option("--language", metavar="ja|en", callback=read_language)
@click.option("--member", metavar="NAME")
@which_journal
@click.option("--today", metavar="DATE", callback=read_day)
def team(  # noqa: PLR0913 - one parameter an option
    files: tuple[str, ...],
    *,
    folder: str | None,
    site_dir: str | None,
    parquet_file: str | None,
    audience: str,
    name: str | None,
    language: str | None,
    member: str | None,
    **asked: Unpack[Asked],
) -> int:
    """See the catalogue: `cli.commands.team`."""
    of_others = bool(files) or folder is not None
    settings = _of_shares(asked) if of_others else given(asked, audience, member)
    settings = replace(
        settings, language=language or settings.language, team_name=settings.team_name if name is None else name
    )
    words = catalogue(settings.language)
    if site_dir is None and parquet_file is None:
        raise Problem(words.text("cli.team.no-target"))
    shares = _shares(files, folder, audience, words) if of_others else _own(settings, words)
    if shares is None:
        return ERRORS
    is_done = (parquet_file is None or _write_table(shares, settings, Path(parquet_file), words)) and (
        site_dir is None or _build(shares, settings, Path(site_dir), words)
    )
    return FINE if is_done else PRIVATE


def _of_shares(asked: Asked) -> Settings:
    """The settings of a site of shares: those of a mkdocs.yml only if one is named, for no journal is read."""
    if asked.get("config_file") or asked.get("journal"):
        return settings_of(asked)
    now = clock()
    return Settings(journal_dir=Path(), today=now, clock=now, language=language_now())


def _own(settings: Settings, words: Catalogue) -> list[Share] | None:
    found = own_share(settings, words)
    return None if found is None else [found]


def _shares(files: tuple[str, ...], folder: str | None, audience: str, words: Catalogue) -> list[Share] | None:
    """The shares of all files; None if anything in them is wrong, which is said."""
    sources: list[SourceFile] = []
    problems: list[Diagnostic] = []
    for file in files:
        source, found = load_one(Path(file), Path(file).as_posix(), MOST_BYTES)
        sources += [source] if source else []
        problems += found
    if folder is not None:
        more, found = load_flat(Path(folder), Path(folder).as_posix().rstrip("/"), ".json", MOST_BYTES)
        sources += more
        problems += found
        if not more and not found:
            raise Problem(words.text("cli.team.none-there", folder=folder))
    shares, wrong = read_shares(sources, audience)
    return list(shares) if say_problems((*problems, *wrong), words) else None


def _write_table(shares: list[Share], settings: Settings, file: Path, words: Catalogue) -> bool:
    """Write the table if nothing of the journal is in it that must not leave."""
    if settings.journal_dir != Path():
        refuse_journal(file, settings, words)
    with tempfile.TemporaryDirectory(prefix="netjudge-") as folder:
        table = Path(folder, "shares.parquet")
        parquet(shares, table, words)
        if settings.journal_dir != Path() and (proof := proof_of_files(Path(folder), settings, shares)).leaks:
            say("\n".join(refusal(proof, "share", words)), to_stderr=True)
            return False
        file.write_bytes(table.read_bytes())
    say(str(file))
    return True


def _build(shares: list[Share], settings: Settings, site_dir: Path, words: Catalogue) -> bool:
    """Build the site beside its folder, and put it there if nothing is in it that must not leave."""
    from netjudge_plugin import pipeline
    from netjudge_plugin.mkdocs import team as host

    if settings.journal_dir != Path():
        refuse_journal(site_dir, settings, words)
    if not host.may_be_replaced(site_dir):
        raise Problem(words.text("cli.team.foreign", folder=site_dir))
    with tempfile.TemporaryDirectory(prefix="netjudge-") as folder:
        site = Path(folder, "site")
        made = host.build(lambda final: pipeline.team_site(shares, final), settings, site)
        proof = proof_for_others(site, settings, shares, made.files)
        if proof.leaks:
            say("\n".join(refusal(proof, "team", words)), to_stderr=True)
            return False
        host.put(site, site_dir)
    say(str(site_dir / "index.html"))
    return True
