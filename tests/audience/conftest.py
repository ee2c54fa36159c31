"""The journal with the canaries, a site without them, and the proof of one against the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from canaries import JOURNAL, PAGE
from drawn import draw as draw_journal
from drawn import settings as settings_of

from netjudge_plugin import proving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netjudge_plugin.model.proof import Proof
    from netjudge_plugin.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of the journal with the canaries."""
    return settings_of(draw_journal(tmp_path, JOURNAL), language="ja")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that holds nothing of them."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "style.css").write_text("body { margin: 0 }", encoding="utf-8")
    (folder / "p.jpg").write_bytes(b"\xff\xd8\xff\xda\x00\x02\xff\xd9")
    return folder


@pytest.fixture
def proof(settings: Settings, site: Path) -> Callable[..., Proof]:
    """The proof of the site against the journal."""
    return lambda **more: proving.prove(site, settings, **more)
