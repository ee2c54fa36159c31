"""Under `serve`: a journal folder that is missing, deleted or replaced is seen when it (again) appears.

The host refuses to watch a folder that is not there, and stops watching one that goes away (a renamed folder, a
checkout of another branch). So the folder above is watched too, by itself, without what lies below it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import ObservedWatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mkdocs.livereload import LiveReloadServer


def outermost(paths: Sequence[Path]) -> list[Path]:
    """The paths without those inside another, which are watched with it."""
    return [path for path in paths if not any(other in path.parents for other in paths)]


def watch_return(server: LiveReloadServer, paths: Iterable[Path], docs_dir: str) -> None:
    """Have the server notice when one of the paths comes or goes."""
    for path in paths:
        if path.parent.is_dir():
            server.observer.schedule(_Return(server, str(path), docs_dir), str(path.parent), recursive=False)


class _Return(FileSystemEventHandler):
    """Watches one path from the folder above it."""

    def __init__(self, server: LiveReloadServer, path: str, docs_dir: str) -> None:
        self._server = server
        self._path = path
        self._watched = Path(path).exists()
        self._docs = ObservedWatch(docs_dir, recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Start anew with the path if it came, and rebuild if it came or went."""
        here = self._path in (event.src_path, event.dest_path)
        if not here or event.event_type not in ("created", "deleted", "moved"):
            return
        if self._watched:
            self._server.unwatch(self._path)
        self._watched = Path(self._path).exists()
        if self._watched:
            self._server.watch(self._path)
        # The server has no public way to ask for a rebuild; an event on a folder that it always watches is one.
        self._server.observer.event_queue.put((FileModifiedEvent(self._path), self._docs))
