"""The page for writing an event down, built for real and used as somebody with a thumb would use it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from capture_journal import JOURNAL
from mkdocs.commands.build import build
from mkdocs.config import load_config
from waiting import redrawn, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

PHONE = {
    "viewport": {"width": 375, "height": 812},
    "has_touch": True,
    "timezone_id": "Asia/Tokyo",
    "locale": "ja-JP",
    "reduced_motion": "reduce",
}
EVENING = "2026-11-23T21:30:00+09:00"

MKDOCS_YML = """
    site_name: 記録
    site_url: {url}
    use_directory_urls: {addresses}
    theme: {theme}
    plugins:
      - search
      - netjudge: {{today: 2026-11-23, language: {language}, purpose: 見本}}
    """


@dataclass
class Writer:
    """Somebody who writes on the page; every tap and every typed text is counted."""

    page: Page
    taps: int = 0
    typed: int = 0

    def part(self, name: str) -> Locator:
        return self.page.locator(f"[data-part={name}]")

    def field(self, name: str, person: int | None = None) -> Locator:
        """A field of the event, or of a person counted from 1."""
        within = self.page if person is None else self.card(person)
        return within.locator(f"[data-field={name}]")

    def card(self, person: int) -> Locator:
        return self.page.locator(".nj-capture-person").nth(person - 1)

    def axis(self, person: int, name: str) -> Locator:
        return self.card(person).locator(f".nj-capture-axis:has(> summary :text-is('{name}'))")

    def tap(self, target: Locator) -> None:
        self.taps += 1
        target.tap()

    def write(self, target: Locator, text: str) -> None:
        """Tap into a field and type."""
        if not target.evaluate("field => field === document.activeElement"):
            self.tap(target)
        self.typed += len(text)
        target.press_sequentially(text) if "\n" not in text else target.fill(text)

    def opened(self, box: Locator) -> Locator:
        if not box.evaluate("box => box.open"):
            self.tap(box.locator("> summary"))
        return box

    def choose(self, person: int, axis: str, *words: str) -> None:
        """Tap words of an axis, which is opened for it."""
        box = self.opened(self.axis(person, axis))
        for word in words:
            self.tap(box.get_by_role("button", name=word, exact=True))

    def say(self, person: int, axis: str, mark: str, text: str) -> None:
        """Own words on an axis."""
        own = self.opened(self.opened(self.axis(person, axis)).locator("[data-part=own]"))
        own.locator("[data-mark]").select_option(mark)
        self.taps += 2
        self.write(own.locator("[data-own]"), text)

    def pick(self, person: int, begin: str, name: str, about: str = "") -> None:
        """Type the beginning of a name and tap the suggestion."""
        self.write(self.field("name", person), begin)
        self.tap(self.suggestions(person).filter(has_text=name).filter(has_text=about))

    def suggestions(self, person: int) -> Locator:
        return self.card(person).locator("[role=option]")

    def next(self) -> None:
        self.tap(self.page.locator("[data-do=add]"))

    def text(self) -> str:
        """The file as it is shown."""
        self.opened(self.part("preview"))
        until(self.page, "document.querySelector('[data-part=text]').value !== ''")
        return self.part("text").input_value()

    def download(self) -> tuple[str, str]:
        """The name and the text of the downloaded file."""
        with self.page.expect_download() as waiting:
            self.tap(self.page.locator("[data-do=download]"))
        path = Path(waiting.value.path())
        return waiting.value.suggested_filename, path.read_text(encoding="utf-8")

    def notices(self) -> list[str]:
        return self.part("notices").locator(".nj-none > p").all_inner_texts()

    def problems(self) -> list[str]:
        return self.part("problems").locator("li").all_inner_texts() if self.part("problems").is_visible() else []

    def answer(self, yes_or_no: str) -> None:
        """Answer the question that is asked."""
        self.tap(self.part("dialog").locator(f"[value={yes_or_no}]"))
        until(self.page, "!document.querySelector('dialog[open]')")
        redrawn(self.page)  # what follows from the answer follows the closing

    def outcome(self) -> str:
        """What has come of the file."""
        self.part("outcome").locator("p").wait_for()
        return self.part("outcome").inner_text()

    def kept(self) -> None:
        """Wait until the draft has been kept."""
        self.page.wait_for_timeout(450)


@pytest.fixture(scope="session")
def sites(tmp_path_factory) -> Callable[..., Path]:
    """The built site of the journal above, with more files if they are given; each built once."""
    built: dict[tuple[object, ...], Path] = {}

    def site(language: str = "ja", theme: str = "", addresses: str = "false", url: str = "''", **more: str) -> Path:
        key = (language, theme, addresses, url, *sorted(more.items()))
        if key not in built:
            folder = tmp_path_factory.mktemp("project")
            theme = theme or f"{{name: material, language: {language}, font: false}}"
            yml = MKDOCS_YML.format(language=language, theme=theme, addresses=addresses, url=url)
            files = {"mkdocs.yml": yml, "docs/guide.md": "# 手引き\n"}
            files |= {f"journal/{inside}": text for inside, text in {**JOURNAL, **more}.items()}
            for name, text in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
            os.environ["NO_MKDOCS_2_WARNING"] = "1"
            build(load_config(str(folder / "mkdocs.yml")))
            built[key] = folder / "site"
        return built[key]

    return site


@pytest.fixture
def write(browse, sites, serve_folder) -> Callable[..., Writer]:
    """Open the page on the evening of 2026-11-23; the test fails on any error, dialog or request to elsewhere."""
    opened = []

    def on(how: str = "folder", *, before: str = "", **options: str) -> Writer:
        site = sites(**options)
        url = serve_folder(site) if how == "served" else site.as_uri() + "/"
        if "url" in options:  # the address of the server, which nobody knew when the site was built
            sitemap = site / "sitemap.xml"
            sitemap.write_text(sitemap.read_text(encoding="utf-8").replace(options["url"], url), encoding="utf-8")
        seen = browse(**PHONE, accept_downloads=True)
        seen.page.clock.set_fixed_time(EVENING)
        if before:
            seen.page.add_init_script(before)
        seen.page.goto(url + ("capture/" if options.get("addresses") == "true" else "capture.html"))
        opened.append((seen, url))
        writer = Writer(seen.page)
        writer.part("form").wait_for()
        return writer

    yield on
    for seen, url in opened:
        assert seen.dialogs == []
        assert [error for error in seen.errors if "404" not in error] == []  # a theme without its favicon
        assert seen.strangers(url) == []
