"""`share`: what my journal lets others see, as one small file. It says whom it shows before it leaves one's hands."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE, PRIVATE
from netjudge_plugin.cli.audiences import read_others
from netjudge_plugin.cli.console import say, say_exactly
from netjudge_plugin.cli.passing import proof_of_files, refusal
from netjudge_plugin.cli.shared import given, own_share, parquet, refuse_journal, told
from netjudge_plugin.cli.source import Asked, read_day, which_journal
from netjudge_plugin.cli.wording import Command
from netjudge_plugin.interop import share_json
from netjudge_plugin.interop.judgement_json import written
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import TEAM
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader.shares import read_share

if TYPE_CHECKING:
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.team import Share
    from netjudge_plugin.settings import Settings


@click.command("share", cls=Command)
@click.option("--audience", metavar="team|partners", default=TEAM, callback=read_others)
@click.option("--member", metavar="NAME")
@click.option("-o", "--output", metavar="FILE")
@click.option("--parquet", "parquet_file", metavar="FILE")
@which_journal
@click.option("--today", metavar="DATE", callback=read_day)
def share(
    *,
    audience: str,
    member: str | None,
    output: str | None,
    parquet_file: str | None,
    **asked: Unpack[Asked],
) -> int:
    """See the catalogue: `cli.commands.share`."""
    settings = given(asked, audience, member)
    words = catalogue(settings.language)
    for file in filter(None, (output, parquet_file)):
        refuse_journal(Path(file), settings, words)
    found = own_share(settings, words)
    if found is None:
        return ERRORS
    text = written(share_json.report(found))
    _, problems = read_share(SourceFile(output or "share.json", "share.json", text.encode()))
    if problems:  # a value that nobody's program would take, such as a line of a thousand signs
        say("\n".join(told(problems, words)), to_stderr=True)
        return ERRORS
    if not _write(found, text, output, parquet_file, settings=settings, words=words):
        return PRIVATE
    if output is None and parquet_file is None:
        say_exactly(text)
    say("\n".join(_summary(found, words)), to_stderr=True)
    for file in filter(None, (output, parquet_file)):
        say(file)
    return FINE


def _write(  # noqa: PLR0913 - what, where, and against what
    found: Share, text: str, output: str | None, parquet_file: str | None, *, settings: Settings, words: Catalogue
) -> bool:
    """Write the files that are asked for if nothing is in them (or in the text) that must not leave, else say so."""
    with tempfile.TemporaryDirectory(prefix="netjudge-") as folder:
        made, table = Path(folder, "share.json"), Path(folder, "share.parquet")
        made.write_text(text, encoding="utf-8", newline="\n")
        if parquet_file is not None:
            parquet([found], table, words)
        if (proof := proof_of_files(Path(folder), settings, [found])).leaks:
            say("\n".join(refusal(proof, "share", words)), to_stderr=True)
            return False
        if output is not None:
            Path(output).write_bytes(made.read_bytes())
        if parquet_file is not None:
            Path(parquet_file).write_bytes(table.read_bytes())
    return True


def _summary(found: Share, words: Catalogue) -> list[str]:
    """Whom and what the share shows, and to whom."""
    between = words.text("lists.between")
    names = between.join(person.name for person in found.people) or words.text("cli.share.nobody")
    events = between.join(event.title or event.date.isoformat() for event in found.events)
    lines = [words.text(f"cli.share.to_{found.audience}"), words.text("cli.share.people", names=names)]
    return [*lines, *([words.text("cli.share.events", titles=events)] if events else [])]
