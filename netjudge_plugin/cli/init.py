"""`init`: a journal of one's own, ready to be shown, with one example that is easily deleted.

Everything is checked before anything is written, and every file is created, never opened: a folder that holds something
already keeps it.
"""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjudge_plugin.cli.app import FINE
from netjudge_plugin.cli.console import language as users_language
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import clock, read_day, read_language
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import Catalogue, catalogue

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

#: What the example says of its first person (enough for a verdict), by the preset.
_EXAMPLE = {
    "standard": ("near_field", "similar_view", "natural_self", "listens", "asks", "clear_scope"),
    "simple": ("easy", "can_respect"),
}
_NOTE = "lively"


@click.command("init", cls=Command)
@click.argument("folder", metavar="DIR")
@click.option("--language", metavar="ja|en", callback=read_language)
@click.option("--simple", is_flag=True)
@click.option("--date", metavar="DATE", callback=read_day)
def init(folder: str, *, language: str | None, simple: bool, date: datetime.date | None) -> int:
    """See the catalogue: `cli.commands.init`."""
    words = catalogue(language or users_language())
    day = date or clock()
    if day > clock():  # what was seen on a day to come would count for nothing
        raise Problem(words.text("cli.init.coming"))
    files = dict(_files(words.language, "simple" if simple else "standard", day))
    _refuse_to_overwrite(Path(folder), files, words)
    for name, text in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    say(words.text("cli.init.done", folder=folder))
    say("\n".join(f"  {name}" for name in sorted(files)))
    say("\n" + words.text("cli.init.next", folder=folder))
    return FINE


def _refuse_to_overwrite(folder: Path, names: Iterable[str], words: Catalogue) -> None:
    """Name every file that is there already, and every file that stands where a folder is needed."""
    paths = [folder / name for name in names]
    folders = {above for path in paths for above in path.parents}
    taken = [path for path in paths if os.path.lexists(path)]
    taken += [above for above in folders if os.path.lexists(above) and not above.is_dir()]
    if taken:
        shown = "".join(f"\n  {path}" for path in sorted(taken))
        raise Problem(words.text("cli.init.taken") + shown)


def _files(language: str, preset: str, date: datetime.date) -> Iterator[tuple[str, str]]:
    """Every file of a new journal with its text."""
    package = resources.files("netjudge_plugin")
    event = f"journal/{date.year:04}/{date.isoformat()}-{'mihon' if language == 'ja' else 'example'}.md"
    filled = {"@DATE@": date.isoformat(), "@EVENT@": event, **_impressions(language, preset)}
    folder = package / "templates" / "init"
    yield ".gitignore", (folder / "gitignore").read_text(encoding="utf-8")
    for name in ("criteria", "criteria.examples"):
        ours = f"{name.replace('criteria', preset)}.{language}.yml"
        text = (package / "presets" / ours).read_text(encoding="utf-8")
        yield f"journal/{name}.yml", text
        if name == "criteria":  # the first version is kept, so that every edit can be looked at and undone
            yield f"journal/criteria/{date.isoformat()}.yml", text
    for name, text in _templates(folder / language, ""):
        yield event if name == "journal/event.md" else name, _filled(text, filled)


def _templates(folder: Traversable, inside: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _templates(item, f"{inside}{item.name}/")
        else:
            yield f"{inside}{item.name}", item.read_text(encoding="utf-8")


def _impressions(language: str, preset: str) -> dict[str, str]:
    """The words of the example, as the criteria of the new journal call them."""
    from netjudge_plugin.in_force import shipped
    from netjudge_plugin.model.wording import labels

    known = labels(shipped(preset, language))
    lines = "\n".join(f"      - {known[word]}" for word in _EXAMPLE[preset])
    return {"@IMPRESSIONS@": lines, "@NOTE@": known[_NOTE]}


def _filled(text: str, filled: Mapping[str, str]) -> str:
    for mark, value in filled.items():
        text = text.replace(mark, value)
    return text
