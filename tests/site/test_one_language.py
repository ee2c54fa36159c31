"""A site speaks one language: nothing of the program's own is said in the other, on any page of a new journal.

What remains of Japanese on an English site is the user's (readings) or belongs to Japan (先生, the kana of an index).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html as lxml_html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from netjudge_plugin.cli.app import netjudge
from netjudge_plugin.locale import catalogue
from netjudge_plugin.views.tongues import JAPANESE

TEMPLATES = sorted((Path(__file__).parents[2] / "netjudge_plugin" / "templates").rglob("*.html"))
_JAPANESE = re.compile(f"[{JAPANESE}]")
#: Three words in a row make a sentence; names and abbreviations in Latin letters are Japanese, too.
_ENGLISH = re.compile(r"(?:\b[A-Za-z][a-z']+\b[ ,]+){3,}")
#: What is Japanese by itself: readings, honorifics, other ways to write a name, and what the form compares with.
_OURS_NOT = (
    "ancestor::*[contains(@class, 'nj-reading') or contains(@class, 'nj-honorific')]"
    " or ancestor::*[@hidden] or ancestor::template or ancestor::script or ancestor::code or ancestor::pre"
)


@pytest.fixture(scope="module", params=["ja", "en"])
def said(request, tmp_path_factory):
    """The language, and all that a new journal's site says, page by page."""
    folder = tmp_path_factory.mktemp(request.param) / "journal"
    made = CliRunner().invoke(netjudge, ["init", str(folder), "--language", request.param])
    assert made.exit_code == 0, made.output
    build(load_config(str(folder / "mkdocs.yml")))
    texts = {}
    for path in (folder / "site").rglob("*.html"):
        tree = lxml_html.fromstring(path.read_text(encoding="utf-8"))
        shown = tree.xpath(f"//body//text()[not({_OURS_NOT})] | //@title | //@aria-label | //@placeholder | //@alt")
        texts[path.relative_to(folder / "site").as_posix()] = [text.strip() for text in shown if text.strip()]
    return request.param, texts


def test_nothing_is_said_in_the_other_language(said):
    language, texts = said
    assert len(texts) > 15
    other = _JAPANESE if language == "en" else _ENGLISH
    found = [(page, text) for page, lines in texts.items() for text in lines if other.search(text)]
    rows = {text for _, text in found if re.fullmatch("[ぁ-んァ-ン]", text)}  # of the index of people
    example = catalogue(language).text("capture.person.reading_hint")  # a reading is in kana
    assert [(page, text) for page, text in found if text not in {*rows, example}] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_template_has_no_words_of_its_own(template):
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>", "", text)) == []


def test_the_catalogue_of_a_language_is_in_that_language():
    japanese, english = catalogue("ja").texts, catalogue("en").texts
    letters = re.compile(r"[A-Za-z]{2,}")
    plain = {key: re.sub(r"{[^}]*}|`[^`]*`|[\w.-]+\.(?:md|yml|txt|json)", "", text) for key, text in japanese.items()}
    assert [key for key, text in plain.items() if _ENGLISH.search(text) and not _JAPANESE.search(text)] == []
    same = [
        key for key, text in english.items() if text == japanese[key] and letters.search(re.sub("{[^}]*}", "", text))
    ]
    assert [key for key in same if len(english[key].split()) > 2] == []
