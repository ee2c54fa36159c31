"""The settings: one frozen value, made once by a door (plugin or command line) and handed through the whole path."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netjudge_plugin.model.audience import PRIVATE

if TYPE_CHECKING:
    import datetime

#: `today` may also be this word: the newest event with contacts.
LATEST_EVENT = "latest_event"
LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class NamedTarget:
    """A place to publish to that has a name in the configuration, and the audience it is for."""

    name: str
    audience: str
    to: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides the journal's files.

    `journal_dir` is where the files are, `journal_shown` how their folder is named in places (`journal`). `criteria`
    is a preset's name, a path, or None: `criteria.yml` of the journal if there is one, else `standard`. `root` is the
    folder that a relative criteria path starts from. `today` is a date or LATEST_EVENT; `clock` the date used when a
    journal has no event. `retention` is for how many months records are to be kept, if I have said so. `era` asks for
    Japanese years (令和8年). `directory_urls` says whether an address ends in `/` (else in `.html`). `asks_elsewhere`
    are settings by which pages would load something from another server, each with the address.
    `audience` is for whom a site is: oneself unless a door says otherwise; mkdocs.yml has no say in it, so that it is
    never chosen by mistake. `member` is the name by which others know the owner of the journal, `team_name`
    the title of a site for others, and `share_docs` the folder of pages that were written for them. `targets` are the
    places to publish to that the configuration names.
    """

    journal_dir: Path
    today: datetime.date | str
    clock: datetime.date
    journal_shown: str = "journal"
    root: Path = field(default_factory=Path)
    criteria: str | None = None
    language: str = "ja"
    extra_fields: frozenset[str] = frozenset()
    purpose: str = ""
    retention: int | None = None
    era: bool = False
    directory_urls: bool = True
    asks_elsewhere: tuple[tuple[str, str], ...] = ()
    home_uri: str = "index"
    audience: str = PRIVATE
    member: str = ""
    team_name: str = ""
    share_docs: Path | None = None
    targets: tuple[NamedTarget, ...] = ()
