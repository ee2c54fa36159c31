"""The two searches a site may have, and what each needs to find people quickly and show them as they are written.

Material's search parses each page tag by tag, also the parts it then leaves out (`data-search-exclude`: tables and
charts, the most of our pages): two thirds of the time of a build. It is handed the page without them, which gives the
same index (a stricter one where an excluded element holds another of its name, or a heading). It shows titles as HTML,
as they stand in the `<h1>`: nothing to do.

MkDocs' own search escapes titles when it shows them, while the templates do not: its index needs them unescaped. Only
the finished file is put right, after all plugins: a title that were plain text any earlier could reach a template.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from mkdocs.contrib.search import SearchPlugin

from netjudge_plugin import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

#: Where words end: at spaces, and at the signs that Japanese sets between them (U+200B: a break without a width).
SEPARATOR = r"[\s\u200b\-　、。，．・：；「」『』（）()［］〔〕【】／/→—…〜～]+"
#: What makes the search work on file://.
SCRIPT = "assets/netjudge-search.js"

# a heading with the mark excludes its whole section, which is for the search itself to see
_EXCLUDED = re.compile(r"<(?!h[1-6]\b)(\w+)\b(?:\s[^<>]*)?\sdata-search-exclude\b[^<>]*>", re.ASCII)


def set_up(config: MkDocsConfig) -> None:
    """What Japanese names need of Material's search, where the user has not chosen otherwise; before it is set up.

    With `lang: ja` the index is cut into words by a segmenter and the query is not: わたなべ stands there as わた and
    なべ, and is not found (a third of all surnames in kana). Words cut at spaces and signs alone are found by their
    beginnings, and a row of kanji in a query is cut by the theme into words that the index has.
    """
    search = config.plugins.get("material/search")
    if search is None:
        return
    chosen = search.config
    if not chosen.lang and not chosen.separator:
        chosen.lang, chosen.separator = ["en"], SEPARATOR
        chosen.pipeline = [] if chosen.pipeline is None else chosen.pipeline
    if not config.use_directory_urls:
        shims = config.extra.setdefault("polyfills", [])
        if SCRIPT not in shims:
            shims.insert(0, SCRIPT)


def index_early(page: Page, config: MkDocsConfig) -> None:
    """Have Material's search index the page now, without the parts it would parse and drop; then it need not again."""
    index = getattr(config.plugins.get("material/search"), "search_index", None)
    add = getattr(index, "add_entry_from_context", None)
    if add is None:
        return
    lean = SimpleNamespace(meta=dict(page.meta), toc=page.toc, url=page.url, title=page.title)
    lean.content = without_excluded(page.content or "")
    try:
        add(lean)
    except ValueError:  # its parser fails on headings in quotes and lists, as a note may have them
        lean.content = f'<h1 id="{page.file.name}">{page.title}</h1>'
        add(lean)
    page.meta["search"] = {"exclude": True}


def without_excluded(content: str) -> str:
    """The HTML without the elements marked `data-search-exclude`."""
    kept, position = [], 0
    while found := _EXCLUDED.search(content, position):
        kept.append(content[position : found.start()])
        position = _end_of_element(content, found[1], found.end())
    return "".join([*kept, content[position:]])


def _end_of_element(content: str, tag: str, position: int) -> int:
    """Where an element ends whose opening tag ends at `position` (there itself, if it is never closed)."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^<>]*>").finditer(content, position):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return position


def cut_words(config: MkDocsConfig) -> None:
    """Cut the words in Material's finished index, if they are looked for by their beginnings alone."""
    search, path = config.plugins.get("material/search"), Path(config.site_dir, "search", "search_index.json")
    if search is None or search.config.separator != SEPARATOR or not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        entry["title"], entry["text"] = pipeline.broken(entry["title"]), pipeline.broken(entry["text"])
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def for_folders(config: MkDocsConfig) -> None:
    """Lay Material's index down as a script too, where the addresses allow a site to be opened from a folder.

    From `file://` the theme asks for it, and without it stops before the switch of light and dark is set up.
    """
    path = Path(config.site_dir, "search", "search_index.json")
    if config.use_directory_urls or "material/search" not in config.plugins or not path.is_file():
        return
    script = path.with_suffix(".js")
    if not script.exists():
        script.write_text(f"var __index = {path.read_text(encoding='utf-8')}", encoding="utf-8")


def plain_titles(config: MkDocsConfig, pages: Iterable[Page]) -> None:
    """Unescape the titles of these pages in the index of MkDocs' own search, if that is the one in use."""
    path = Path(config.site_dir, "search", "search_index.json")
    if not isinstance(config.plugins.get("search"), SearchPlugin) or not path.is_file():
        return
    ours = {page.url for page in pages}
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        if entry["location"].partition("#")[0] in ours:
            entry["title"] = html.unescape(entry["title"])
    path.write_text(json.dumps(index, sort_keys=True, separators=(",", ":")), encoding="utf-8")
