"""Secrets to be looked for, and files to plant them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netjudge_plugin.audience.needles import Needles
from netjudge_plugin.audience.scan import prove
from netjudge_plugin.model.diagnostics import Place
from netjudge_plugin.model.proof import Secret

if TYPE_CHECKING:
    from pathlib import Path

    from netjudge_plugin.model.proof import Leak


def needles_of(*texts: str, kind: str = "name", shared: tuple[str, ...] = (), known: tuple[str, ...] = ()) -> Needles:
    """Needles for secrets of one kind."""
    places = (Place("journal/x.md", number) for number in range(1, len(texts) + 1))
    return Needles([Secret(text, kind, place) for text, place in zip(texts, places, strict=True)], shared, known)


def leaks_in(folder: Path, needles: Needles, name: str, data: bytes) -> tuple[Leak, ...]:
    """What is found in a folder with one file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return prove(folder, needles).leaks


def png_with(name: bytes, body: bytes) -> bytes:
    """A PNG with one chunk of notes (the check at its end is not looked at)."""
    return b"\x89PNG\r\n\x1a\n" + len(body).to_bytes(4, "big") + name + body + b"\0\0\0\0"
