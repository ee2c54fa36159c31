"""The command line, run in this process (quick) or in one of its own (real), and a journal to run it on."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from netjudge_plugin.cli.app import netjudge

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MKDOCS_YML = """
    site_name: 記録
    theme: {name: material, language: ja, font: false}
    plugins:
      - search
      - netjudge: {today: 2026-11-23, purpose: 連絡のため}
    """

EVENT = """
    ---
    件名: 秋の交流会
    日付: 2026-11-20
    相手:
      - 名前: 佐藤 美咲
        読み: さとう みさき
        士業: 税理士
        印象:
          - 業務分野が近い
          - 考え方が似ている
          - 返信のペースが合いそう
          - 話をよく聞く
          - 質問をしてくれる
          - 業務の線引きが明確
      - 名前: 田中 健
        読み: たなか けん
        印象: [業務分野が近い, 返信を急かされそう]
      - 名前: 佐藤 花
        読み: さとう はな
        印象: [話が盛り上がった]
    ---
    """


@dataclass
class Ran:
    """What a run has printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def person(self, identifier: str) -> dict[str, Any]:
        """One person of the JSON."""
        return next(person for person in self.json["people"] if person["id"] == identifier)


@pytest.fixture
def run(monkeypatch) -> Callable[..., Ran]:
    """Run a command in this process; keywords set variables of the environment."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def ran(*arguments: object, **environment: str | None) -> Ran:
        runner = CliRunner(env={"NETJUDGE_LANG": "ja", **environment})
        result = runner.invoke(netjudge, [str(argument) for argument in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return ran


@pytest.fixture
def really() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command in a process of its own, in `cwd`; other keywords set variables of the environment."""

    def ran(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "netjudge_plugin", *map(str, arguments)]
        environment = {**os.environ, "NETJUDGE_LANG": "ja", **environment}
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=120)

    return ran


@pytest.fixture
def project(draw, monkeypatch) -> Path:
    """A folder with mkdocs.yml and a journal of one event; the current folder of the test."""
    folder = draw({"mkdocs.yml": MKDOCS_YML, "docs/.keep": "", "journal/2026/2026-11-20-aki.md": EVENT})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def journal(project) -> Path:
    """The journal of the project."""
    return project / "journal"


@pytest.fixture
def fingerprint() -> Callable[[Path], dict[str, tuple[str, int]]]:
    """Every file below a folder with its SHA-256 and its time."""

    def taken(folder: Path) -> dict[str, tuple[str, int]]:
        return {
            path.relative_to(folder).as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest(),
                path.stat().st_mtime_ns,
            )
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return taken
