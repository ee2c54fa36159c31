"""Fixtures for every room: trees drawn as text, a served folder, a running `mkdocs serve`, a browser that is watched.

The browser is the system's Chromium or Chrome (or NETJUDGE_CHROMIUM). Without one the tests that need it fail: a test
that skips itself proves nothing.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


def pytest_configure() -> None:
    """A suite that runs in the background may have been told to ignore Ctrl-C; the programs it tests must not be."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


#: Rooms whose files keep a worker busy for long, in that order: what begins last must be short, or one worker waits.
_LONG = ("site", "mkdocs", "capture", "lists", "morning", "cli", "publish", "audience")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long files; within a file the order stays."""
    home = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        room = item.path.relative_to(home).parts[0]
        return _LONG.index(room) if room in _LONG else len(_LONG)

    items.sort(key=rank)


_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_BROWSER_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]

# One profile for every law. A deadline would ask how busy the machine is.
settings.register_profile("laws", max_examples=250, deadline=None)
settings.load_profile("laws")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes golden texts anew, to be read as a difference before they are committed."""
    parser.addoption("--update", action="store_true", help="write the golden texts anew")


@pytest.fixture
def draw(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write a tree of files, given as path and (indented) text; the folder they are in."""

    def drawn(tree: dict[str, str]) -> Path:
        for name, text in tree.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
        return tmp_path

    return drawn


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serve a built site on loopback; the address, ending in a slash."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def served(folder: Path) -> str:
        handler = functools.partial(_QuietHandler, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield served
    for server in servers:
        server.shutdown()
        server.server_close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@dataclass
class LiveSite:
    """A running `mkdocs serve`."""

    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> str:
        """All it has printed."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def alive(self) -> bool:
        return self.process.poll() is None

    def get(self, path: str, timeout: float = 10) -> str:
        """A page's HTML; '' if there is none. A server that hangs raises TimeoutError."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout) as answer:
                return answer.read().decode("utf-8")
        except urllib.error.HTTPError:
            return ""

    def until(self, path: str, holds: Callable[[str], bool], timeout: float = 40) -> str:
        """The page as soon as it holds; fails the test if it never does."""
        end = time.monotonic() + timeout
        html = ""
        while time.monotonic() < end:
            if not self.alive():
                pytest.fail(f"serve has ended:\n{self.log}")
            html = self.get(path)
            if holds(html):
                return html
            time.sleep(0.2)
        pytest.fail(f"{path} never became what was awaited:\n{html}\n{self.log}")


@pytest.fixture
def mkdocs_serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., LiveSite]]:
    """Start `mkdocs serve` in a folder, on a free port of loopback; it answers when this returns."""
    running: list[LiveSite] = []

    def started(folder: Path, *arguments: str) -> LiveSite:
        address = f"127.0.0.1:{_free_port()}"
        log = tmp_path_factory.mktemp("serve") / "log.txt"
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", address, *arguments]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
        with log.open("wb") as out:
            process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=environment)
        site = LiveSite(f"http://{address}/", process, log)
        running.append(site)
        _wait_for_port(site)
        return site

    yield started
    for site in running:
        site.process.terminate()
        try:
            site.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            site.process.kill()
            site.process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_port(site: LiveSite, timeout: float = 60) -> None:
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if not site.alive():
            pytest.fail(f"serve ended at once:\n{site.log}")
        if "Serving on" in site.log:
            return
        time.sleep(0.1)
    pytest.fail(f"serve did not start:\n{site.log}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, once per run."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("NETJUDGE_CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        pytest.fail(f"No browser: install one of {', '.join(_BROWSERS)}, or set NETJUDGE_CHROMIUM to its path.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_BROWSER_ARGS)
        yield browser
        browser.close()


@dataclass
class Witness:
    """A page of the browser and all that happened on it: dialogs, errors (console and script), addresses asked."""

    page: Page
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _dialog(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def strangers(self, *own: str) -> list[str]:
        """The addresses asked that do not start with one of these (nor are inside the page itself)."""
        return [url for url in self.requests if not url.startswith((*own, "data:", "blob:", "about:"))]


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Callable[..., Witness]]:
    """Open a watched page of the browser; keywords go to the browser's context (viewport, color_scheme, locale)."""
    contexts = []

    def opened(**options: object) -> Witness:
        context = chromium.new_context(**options)
        contexts.append(context)
        return Witness(context.new_page())

    yield opened
    for context in contexts:
        context.close()
