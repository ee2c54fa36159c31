"""A journal drawn in a test: files by their path inside it, written to disk and looked at through the whole reader."""

from __future__ import annotations

import datetime
import textwrap
from typing import TYPE_CHECKING

import yaml

from netjudge_plugin import pipeline
from netjudge_plugin.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.outlook import Outlook

TODAY = datetime.date(2026, 11, 23)


def draw(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a journal (texts are dedented) and return its folder."""
    journal = folder / "journal"
    for inside, text in files.items():
        path = journal / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8", newline="")
    journal.mkdir(exist_ok=True)
    return journal


def write_front(path: Path, front: dict[str, object]) -> None:
    """A file of nothing but a front matter."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n", encoding="utf-8")


def settings(journal: Path, **more: object) -> Settings:
    """Settings with a fixed day and a purpose, so that nothing but the journal speaks."""
    return Settings(
        **{"journal_dir": journal, "today": TODAY, "clock": TODAY, "purpose": "見本", "root": journal.parent} | more
    )


def look(folder: Path, files: dict[str, str], **more: object) -> Outlook:
    """The journal, judged."""
    return pipeline.look(settings(draw(folder, files), **more))[0]


def said(outlook: Outlook) -> list[str]:
    """The diagnostics as `path:line:col name`, without the folder's name."""
    return [f"{d.place} {d.name}".removeprefix("journal/") for d in outlook.diagnostics]


def event(date: str, *contacts: str, title: str = "士業交流会") -> str:
    """An event file with contacts given as YAML flow, such as `{person: 佐藤 美咲, id: sato}`."""
    listed = "".join(f"  - {contact}\n" for contact in contacts)
    return f"---\ntitle: {title}\ndate: {date}\ncontacts:{' []' if not contacts else ''}\n{listed}---\n"
