"""`export`: everything that is held on one person, as JSON and to be read, with everybody else masked."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.forget import EXPORTS, around
from netjudge_plugin.cli.judge import mention_errors, say_why_not
from netjudge_plugin.cli.source import Asked, clock, look, settings_of, which_judgement
from netjudge_plugin.cli.whose import anybody
from netjudge_plugin.cli.wording import Command, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.duties.mentions import Finder
    from netjudge_plugin.locale import Catalogue


@click.command("export", cls=Command)
@click.option("--person", metavar="NAME", required=True)
@click.option("-o", "--output", metavar="DIR")
@which_judgement
def export(*, person: str, output: str | None, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.export`."""
    from netjudge_plugin import pipeline
    from netjudge_plugin.duties.export import held, is_anything_held, masked, others
    from netjudge_plugin.duties.reading_copy import ReadingCopy
    from netjudge_plugin.interop.judgement_json import written
    from netjudge_plugin.reader import disk

    settings, looked = settings_of(asked), look(asked)
    if looked.causes:
        say_why_not(looked)
        return ERRORS
    outlook, words = looked.outlook, looked.words
    places = around(asked, settings)
    folder = Path(output) if output is not None else places.root / EXPORTS
    if any(_inside(folder, taken) for taken in (settings.journal_dir, places.docs, places.site) if taken):
        raise Problem(words.text("export.inside", folder=folder))
    found = anybody(person, outlook.everyone, settings, words)
    journal, _ = pipeline.read_journal(settings)
    sources, _ = disk.load(settings.journal_dir, settings.journal_shown)
    finder = others(found, outlook)
    report = held(found, outlook, journal, sources, places.targets)
    if not is_anything_held(report):
        raise Problem(words.text("cli.who.unknown", name=person))
    report = masked(report, finder, words.text("export.word"))
    stem = f"{found.id}-{clock().isoformat()}"
    copy = "\n".join(ReadingCopy(words, outlook.criteria).lines(report)) + "\n"
    _write(folder, {f"{stem}.json": written(report), f"{stem}.md": copy}, finder, words)
    mention_errors(looked)
    return FINE


def _write(folder: Path, texts: Mapping[str, str], finder: Finder, words: Catalogue) -> None:
    """Write the texts, once they are proved to name nobody else; none of them where one is there already."""
    from netjudge_plugin.duties.left import left_in

    with tempfile.TemporaryDirectory() as trial:
        for name, text in texts.items():
            Path(trial, name).write_text(text, encoding="utf-8", newline="")
        if left_in(Path(trial), finder.needles):
            raise Problem(words.text("export.left"))
    taken = [name for name in texts if (folder / name).exists()]
    if taken:
        raise Problem(words.text("export.taken", file=folder / taken[0]))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        with (folder / name).open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        say(words.text("export.written", file=folder / name))
    say(words.text("export.read-first"))


def _inside(folder: Path, other: Path) -> bool:
    return folder.resolve().is_relative_to(other.resolve())
