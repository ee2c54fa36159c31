"""`forget`: what is written about one person goes from the journal; first shown, then done, then proved.

Besides `init`, `new` and `criteria keep`, which only create files, it is the one command that writes into a journal.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli.app import ERRORS, FINE, PRIVATE
from netjudge_plugin.cli.console import say
from netjudge_plugin.cli.source import Asked, clock, settings_of, which_journal
from netjudge_plugin.cli.whose import anybody
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.duties.forgetting import Forgetting
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts
    from netjudge_plugin.model.forgetting import Cut, Plan
    from netjudge_plugin.reader.forgotten import Forgotten
    from netjudge_plugin.settings import Settings

#: The folder beside mkdocs.yml that `export` writes into.
EXPORTS = "export"


@click.command("forget", cls=Command)
@click.argument("name", metavar="NAME")
@click.option("--yes", "really", is_flag=True)
@click.option("--also-ambiguous", "ambiguous", is_flag=True)
@which_journal
def forget(name: str, *, really: bool, ambiguous: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.forget`."""
    from netjudge_plugin import pipeline
    from netjudge_plugin.duties.forgetting import Forgetting
    from netjudge_plugin.reader import disk, forgotten
    from netjudge_plugin.reader.identity import identify
    from netjudge_plugin.reader.professions import professions

    settings = settings_of(asked)
    words = catalogue(settings.language)
    journal, problems = pipeline.read_journal(settings)
    known, unusable = forgotten.load(settings)
    errors = [found for found in (*problems, *unusable) if found.severity is Severity.ERROR or found in unusable]
    if errors:
        say("\n".join([*pipeline.messages(errors, words), words.text("forget.errors")]), to_stderr=True)
        return ERRORS
    people, _ = identify(journal, professions())
    person = anybody(name, people, settings, words)
    forgetting = Forgetting(person, people, words.text("forget.word"), ambiguous=ambiguous)
    sources, _ = disk.load(settings.journal_dir, settings.journal_shown)
    plan = forgetting.plan(journal, sources)
    places = around(asked, settings)
    if not plan.changes and not plan.questions:
        say(words.text("forget.known" if known.knows(name) else "forget.nothing", name=person.name))
        return _proved(forgetting, settings, places, words)
    say("\n".join(_told(plan, words, really=really)))
    if not really:
        say("\n".join(_elsewhere(plan, forgetting, settings, places, words)))
        say("\n" + words.text("forget.how" if plan.changes else "forget.only-questions"))
        return FINE
    _verified(plan, forgetting, settings, words)
    _write(plan, forgetting, settings, known, words)
    return _proved(forgetting, settings, places, words)


def _verified(plan: Plan, forgetting: Forgetting, settings: Settings, words: Catalogue) -> None:
    from netjudge_plugin.duties.verify import wrong

    for change in plan.changes:
        if wrong(change, forgetting, settings.extra_fields):
            raise Problem(words.text("forget.wrong", file=change.source.path))


def _write(plan: Plan, forgetting: Forgetting, settings: Settings, known: Forgotten, words: Catalogue) -> None:
    from netjudge_plugin.duties import splice
    from netjudge_plugin.reader import forgotten

    splice.tidy(settings.journal_dir)
    try:
        if plan.changes:
            splice.unchanged(settings.journal_dir, plan.changes)
            names = forgetting.names_alone
            if names:
                data = forgotten.with_names(known, names, clock())
                splice.replace(settings.journal_dir / forgotten.FILE, data)
            splice.write(settings.journal_dir, plan.changes)
    except splice.Stopped as stopped:
        why = stopped.why or words.text("forget.changed")
        lines = [words.text("forget.stopped", file=stopped.path, why=why)]
        lines += [words.text("forget.done-file", file=file) for file in stopped.done]
        raise Problem("\n".join([*lines, words.text("forget.again")])) from None


def _proved(forgetting: Forgetting, settings: Settings, places: Whereabouts, words: Catalogue) -> int:
    """Say what is left, in the journal and elsewhere."""
    from netjudge_plugin.duties.left import left_in

    needles, found = forgetting.found.needles, False
    for key, folder in _folders(settings, places):
        files = left_in(folder, needles)
        found = found or bool(files)
        say(words.text(f"forget.left.{key}" if files else f"forget.clean.{key}", folder=_shown(folder, settings)))
        for file in files:
            say(words.text("forget.file", file=file))
    if forgetting.has_namesakes:
        say(words.text("forget.namesakes"))
    say("\n".join(_remaining(settings, places, words)))
    return PRIVATE if found else FINE


def _told(plan: Plan, words: Catalogue, *, really: bool) -> Iterator[str]:
    """What goes, and what is asked."""
    yield words.text("forget.title.done" if really else "forget.title.plan", name=plan.person.name, id=plan.person.id)
    for change in plan.changes:
        yield from (_line(cut, words) for cut in change.cuts if cut.end > cut.start)  # not a `[]` that comes in
    alone = [met.event for met in plan.person.encounters if len(met.event.contacts) == 1 and met.event.body.strip()]
    if alone:
        yield ""
        yield words.text("forget.alone")
        yield from (words.text("forget.file", file=event.place.path) for event in alone)
    if plan.questions:
        yield ""
        yield words.text("forget.questions")
        yield from (_line(cut, words) for cut in plan.questions)


def _line(cut: Cut, words: Catalogue) -> str:
    lines = f"{cut.place.line}–{cut.last_line}" if cut.last_line > cut.place.line else str(cut.place.line)
    what = words.text(f"forget.kinds.{cut.kind}", word=words.text("forget.word"))
    return words.text("forget.line", place=f"{cut.place.path}:{lines}", what=what)


def _elsewhere(
    plan: Plan, forgetting: Forgetting, settings: Settings, places: Whereabouts, words: Catalogue
) -> Iterator[str]:
    """Files that are not changed though the name stands in them, and copies elsewhere."""
    from netjudge_plugin.duties.left import left_in

    changed = {change.source.inside for change in plan.changes}
    for key, folder in _folders(settings, places):
        files = [file for file in left_in(folder, forgetting.found.needles) if key != "journal" or file not in changed]
        if files:
            yield ""
            yield words.text(f"forget.left.{key}", folder=_shown(folder, settings))
            yield from (words.text("forget.file", file=file) for file in files)
    yield from _remaining(settings, places, words)


def _folders(settings: Settings, places: Whereabouts) -> Iterable[tuple[str, Path]]:
    site = [("site", places.site)] if places.site and places.site.is_dir() else []
    exports = places.root / EXPORTS
    return [("journal", settings.journal_dir), *site, *([("export", exports)] if exports.is_dir() else [])]


def _remaining(settings: Settings, places: Whereabouts, words: Catalogue) -> Iterator[str]:
    """What no command can see to: published copies, version control, backups."""
    yield ""
    yield words.text("forget.by-hand")
    if places.targets:
        yield words.text("forget.targets", names=words.text("lists.between").join(places.targets))
    if any((folder / ".git").exists() for folder in (settings.journal_dir.resolve(), *_above(settings))):
        yield words.text("forget.git")
    yield words.text("forget.backups")


def _above(settings: Settings) -> Iterable[Path]:
    return settings.journal_dir.resolve().parents


def around(asked: Asked, settings: Settings) -> Whereabouts:
    """Where copies of the journal may lie; without mkdocs.yml only beside it."""
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts, whereabouts

    if asked.get("journal") is not None:
        return Whereabouts(settings.journal_dir.parent)
    config_file = asked.get("config_file")
    return whereabouts(Path(config_file) if config_file else None)


def _shown(folder: Path, settings: Settings) -> str:
    return settings.journal_shown if folder == settings.journal_dir else folder.name
