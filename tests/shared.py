"""Journals of which something is shared, drawn as files: what the projection must keep, and what it must not."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import drawn

from netjudge_plugin import pipeline
from netjudge_plugin.model.team import Share, TeamPerson

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.diagnostics import Diagnostic

DAY = datetime.date(2026, 11, 23)


def person_file(name: str, **fields: object) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\nperson: {name}\n{lines}---\n"


def shared_by(folder: Path, files: dict[str, str], audience: str = "team", **more: object) -> Share:
    """What the journal shares."""
    return looked(folder, files, audience, **more)[0]


def looked(
    folder: Path, files: dict[str, str], audience: str = "team", **more: object
) -> tuple[Share, tuple[Diagnostic, ...]]:
    settings = drawn.settings(drawn.draw(folder, files), **{"audience": audience, "member": "大野 真"} | more)
    return pipeline.share(settings)


def knows(member: str, *people: TeamPerson, audience: str = "team", **more: object) -> Share:
    """A share of these people."""
    return Share(audience, member, DAY, people, **more)


def someone(name: str, *professions: str, **more: object) -> TeamPerson:
    """A shared person; the id is made of the name."""
    return TeamPerson(**{"id": f"x{name.encode().hex()[:40]}", "name": name, "professions": professions} | more)
