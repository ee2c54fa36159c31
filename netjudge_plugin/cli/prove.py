"""`prove`: that a built site holds nothing of the journal but what is shared, told without a word of what was found."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import FINE, PRIVATE
from netjudge_plugin.cli.audiences import read_others
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import Asked, settings_of, which_journal
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.audience import TEAM
from netjudge_plugin.model.journal import SourceFile
from netjudge_plugin.reader.shares import read_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.team import Share

_TEXTS = {".md", ".txt", ".html", ".csv", ".yml", ".json"}


@click.command("prove", cls=Command)
@click.argument("site", metavar="SITE_DIR")
@click.option("--audience", metavar="team|partners", default=TEAM, callback=read_others)
@click.option("--public", metavar="PATH", multiple=True)
@which_journal
def prove(*, site: str, audience: str, public: tuple[str, ...], **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.prove`."""
    from netjudge_plugin import proving
    from netjudge_plugin.mkdocs.control import control_of_team, control_site
    from netjudge_plugin.mkdocs.team import MARK

    settings = replace(settings_of(asked), audience=audience)
    words = catalogue(settings.language)
    if not Path(site, "index.html").is_file():
        raise Problem(words.text("prove.no-site", folder=site))
    files = tuple(_files(public, words))
    texts = (*(file.data.decode("utf-8", "replace") for file in files), *proving.shared_texts(_shares(files)))
    same, origin = proving.NO_CONTROL, ""
    with ExitStack() as stack:
        if Path(site, MARK).is_file():
            same = proving.control(stack.enter_context(control_of_team(settings)))
        elif asked.get("journal") is None:
            config_file = asked.get("config_file")
            folder, origin = stack.enter_context(control_site(Path(config_file) if config_file else None))
            same = proving.control(folder)
    proof = proving.prove(Path(site), settings, public=texts, same=same, origin=origin)
    say("\n".join(proving.report.lines(proof, words)))
    return PRIVATE if proof.leaks else FINE


def _files(names: Iterable[str], words: Catalogue) -> Iterator[SourceFile]:
    """Files (or all files of folders) whose texts are known to be public."""
    for name in names:
        path = Path(name)
        if not path.exists():
            raise Problem(words.text("prove.no-public", file=name))
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix.lower() in _TEXTS and file.is_file():
                yield SourceFile(file.as_posix(), file.name, file.read_bytes())


def _shares(files: Iterable[SourceFile]) -> Iterator[Share]:
    """Those of the files that are shares: a site made of them has spellings that do not stand in them."""
    read = (read_share(file)[0] for file in files if file.inside.endswith(".json"))
    yield from (share for share in read if share)
