"""`forget`: what is written about one person goes; first shown, then done, then proved.

From the journal exactly the places that were shown; the person's exports; and the site is built anew without them.
Besides `init`, `new` and `criteria keep`, which only create files, it is the one command that writes into a journal.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from netjudge_plugin.cli import forgetting as telling
from netjudge_plugin.cli.app import ERRORS, FINE, PRIVATE
from netjudge_plugin.cli.console import language, say
from netjudge_plugin.cli.source import Asked, clock, settings_of, which_journal
from netjudge_plugin.cli.whose import anybody
from netjudge_plugin.cli.wording import Command, Problem
from netjudge_plugin.locale import catalogue
from netjudge_plugin.model.diagnostics import Severity
from netjudge_plugin.model.forgetting import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netjudge_plugin.cli.forgetting import Left
    from netjudge_plugin.duties.forgetting import Forgetting
    from netjudge_plugin.duties.texts import Texts
    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts
    from netjudge_plugin.model.forgetting import Plan
    from netjudge_plugin.model.journal import Journal
    from netjudge_plugin.reader.forgotten import Forgotten
    from netjudge_plugin.settings import Settings

#: The folder beside mkdocs.yml that `export` writes into.
EXPORTS = "export"


@dataclass(frozen=True, slots=True)
class _Run:
    """All that a run works on: who, what is to be written, and what lies beside the journal."""

    forgetting: Forgetting
    plan: Plan
    exports: tuple[Path, ...]
    settings: Settings
    places: Whereabouts
    words: Catalogue

    @property
    def texts(self) -> Texts:
        """How texts speak of the person."""
        return self.forgetting.texts

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to change."""
        return self.plan.is_empty and not self.exports

    @property
    def undecided(self) -> bool:
        """Whether a record may be this person's or a namesake's: gone the one, it would be the other's by itself."""
        return any(cut.kind in {Kind.CONTACT, Kind.LISTED} for cut in self.plan.questions)

    @property
    def site(self) -> Path | None:
        """The site that is to be built anew."""
        from netjudge_plugin.mkdocs import building

        return self.places.site if building.is_ones_own(self.places.site) else None

    @property
    def folders(self) -> Sequence[tuple[str, Path]]:
        """The folders that are searched, by what they are."""
        places, shared = self.places, self.settings.share_docs
        beside = [("docs", places.docs), ("docs", shared), ("site", places.site), ("export", places.root / EXPORTS)]
        there = {folder.absolute(): key for key, folder in beside if folder and folder.is_dir()}
        return [("journal", self.settings.journal_dir), *((key, folder) for folder, key in there.items())]


@click.command("forget", cls=Command)
@click.argument("name", metavar="NAME")
@click.option("--yes", "really", is_flag=True)
@click.option("--also-ambiguous", "ambiguous", is_flag=True)
@which_journal
def forget(name: str, *, really: bool, ambiguous: bool, **asked: Unpack[Asked]) -> int:
    """See the catalogue: `cli.commands.forget`."""
    from netjudge_plugin import pipeline
    from netjudge_plugin.reader import forgotten

    settings = settings_of(asked)
    words = catalogue(settings.language)
    journal, problems = pipeline.read_journal(settings)
    known, unusable = forgotten.load(settings)
    errors = [found for found in (*problems, *unusable) if found.severity is Severity.ERROR or found in unusable]
    if errors:
        say("\n".join([*pipeline.messages(errors, words), words.text("forget.errors")]), to_stderr=True)
        return ERRORS
    run = _planned(name, journal, settings, around(asked, settings), words, ambiguous=ambiguous)
    if run.is_empty and not run.plan.questions:
        say(words.text("forget.known" if known.knows(name) else "forget.nothing", name=run.plan.person.name))
    elif not _agreed(run, really=really):
        return ERRORS if really else FINE
    if really:
        _write(run, known)
        _renew(run, asked)
    return _proved(run)


def _agreed(run: _Run, *, really: bool) -> bool:
    """Say what goes, and whether it may go now: it was asked for, proves right, and takes nothing from a namesake."""
    from netjudge_plugin.duties.rehearsal import rehearsed

    words, agreed = run.words, really and not run.undecided
    say("\n".join(telling.told(run.plan, run.exports, words, really=agreed, site=run.site)))
    with rehearsed(run.settings.journal_dir, run.plan) as trial:
        _verify(run, trial)
        left = () if agreed else _left(run, trial)
    if not agreed:
        say("\n".join(telling.elsewhere(run.exports, left, words, settings=run.settings, places=run.places)))
        say("\n" + words.text(f"forget.{_next(run)}"), to_stderr=really)
    return agreed


def _next(run: _Run) -> str:
    """What there is to do after the dry run."""
    if run.undecided:
        return "undecided"
    return "only-questions" if run.is_empty else "how"


def _planned(  # noqa: PLR0913 - a plan depends on that many things
    name: str, journal: Journal, settings: Settings, places: Whereabouts, words: Catalogue, *, ambiguous: bool
) -> _Run:
    from netjudge_plugin.duties import copies, renaming
    from netjudge_plugin.duties.forgetting import Forgetting
    from netjudge_plugin.reader import disk, forgotten
    from netjudge_plugin.reader.identity import identify
    from netjudge_plugin.reader.professions import professions

    people, _ = identify(journal, professions())
    forgetting = Forgetting(anybody(name, people, settings, words), people, words.text("forget.word"), ambiguous)
    folder, shown = settings.journal_dir, settings.journal_shown
    more = [file for file in disk.load_all(folder, shown, disk.YAML) if file.inside != forgotten.FILE]
    names = disk.names(folder)
    meant = {*renaming.MEANT, *_criteria(settings)}
    sources, _ = disk.load(folder, shown)
    plan = forgetting.plan(journal, sources, settings=more, names=names, fixed=meant, shown=shown)
    exports = copies.exports_of(forgetting.person, forgetting.names, places.root / EXPORTS)
    return _Run(forgetting, plan, exports, settings, places, words)


def _criteria(settings: Settings) -> Iterator[str]:
    """The path in the journal of the file of criteria that the settings name, and of the folders that it is in."""
    file, journal = (settings.root / (settings.criteria or "")).resolve(), settings.journal_dir.resolve()
    if file.is_relative_to(journal):
        inside = file.relative_to(journal)
        yield from (path.as_posix() for path in (inside, *inside.parents))


def _verify(run: _Run, trial: Path) -> None:
    """Raise Problem if a file would say something else than it is meant to, or the journal have a new mistake."""
    from netjudge_plugin.duties.rehearsal import new_mistake
    from netjudge_plugin.duties.verify import wrong

    spoilt = (one for one in run.plan.changes if wrong(one, run.forgetting, run.settings.extra_fields))
    file = next((one.source.path for one in spoilt), None) or new_mistake(run.settings, trial, run.plan)
    if file:
        raise Problem(run.words.text("forget.wrong", file=file))


def _write(run: _Run, known: Forgotten) -> None:
    """The exports go first: as long as the journal knows the person, the next run finds them should this one stop."""
    from netjudge_plugin.duties import splice
    from netjudge_plugin.reader import forgotten

    folder, words = run.settings.journal_dir, run.words
    splice.tidy(folder)
    try:
        splice.unchanged(folder, run.plan.changes)
        splice.remove(run.exports)
        if run.plan.changes and (names := run.forgetting.names_alone):
            data = forgotten.with_names(known, names, clock(), words.text("forget.head"))
            splice.replace(folder / forgotten.FILE, data)
        splice.write(folder, run.plan.changes, run.plan.renames)
    except splice.Stopped as stopped:
        why = stopped.why or words.text("forget.changed")
        lines = [words.text("forget.stopped", file=stopped.path, why=why)]
        lines += [words.text("forget.done-file", file=file) for file in stopped.done]
        raise Problem("\n".join([*lines, words.text("forget.again")])) from None


def _renew(run: _Run, asked: Asked) -> None:
    """Build the site anew if there is one, as `mkdocs build` would; what ends it is said, and what is left found."""
    from netjudge_plugin.mkdocs import building

    site = run.site
    if site is None:
        return
    say("\n" + run.words.text("forget.renewing", folder=site.name), to_stderr=True)
    config_file = asked.get("config_file")
    try:
        built = building.renew(building.read(Path(config_file) if config_file else None, language()))
        why = " ".join(built.said) if built.failed else None
    except Exception as error:  # noqa: BLE001 - whatever a plugin of the user's raises, the proof has to come
        why = f"{type(error).__name__}: {error}"
    if why is not None:
        say(run.words.text("forget.not-renewed", why=why), to_stderr=True)


def _left(run: _Run, trial: Path | None = None) -> Left:
    """The files that hold something of the person, by the folder; with `trial` those of the journal that would be."""
    from netjudge_plugin.duties.left import left_but, left_in
    from netjudge_plugin.duties.rehearsal import is_rehearsed
    from netjudge_plugin.duties.renaming import moved

    journal, needles, without = run.settings.journal_dir, run.texts.sought.needles, run.texts.without_doubtful
    left = [(key, folder, left_in(folder, needles)) for key, folder in run.folders if key != "journal"]
    if trial is None:
        return [("journal", journal, left_but(journal, needles, without)), *left]
    others = left_but(
        journal,
        needles,
        without,
        named=lambda path: moved(path, run.plan.renames),
        among=lambda path: not is_rehearsed(path),
    )
    return [("journal", journal, (*left_but(trial, needles, without), *others)), *left]


def _proved(run: _Run) -> int:
    """Say what is left, in the journal and elsewhere."""
    left = _left(run)
    say("\n".join(telling.proved(run.plan, left, run.settings, run.words)))
    if run.forgetting.has_namesakes:
        say(run.words.text("forget.namesakes"))
    say("\n".join(telling.remaining(run.settings, run.places, run.words)))
    return PRIVATE if any(files for _, _, files in left) else FINE


def around(asked: Asked, settings: Settings) -> Whereabouts:
    """Where copies of the journal may lie; without mkdocs.yml only beside it."""
    from netjudge_plugin.mkdocs.whereabouts import Whereabouts, whereabouts

    if asked.get("journal") is not None:
        return Whereabouts(settings.journal_dir.absolute().parent)
    config_file = asked.get("config_file")
    return whereabouts(Path(config_file) if config_file else None)
