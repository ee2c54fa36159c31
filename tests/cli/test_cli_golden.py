"""How the shipped examples are told in both languages, word for word: changed words are to be read before they stay.

pytest tests/cli/test_cli_golden.py --update      write the texts anew, then read the difference
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from drawn import write_front

GOLDEN = Path(__file__).parents[1] / "golden" / "why"
PRESETS = Path(__file__).parents[2] / "netjudge_plugin" / "presets"
#: The example's fields in each language, and the field names of a journal for the same.
WORDS = {
    "ja": ("例", "時点", "会った日", "士業", "やり取り", "判断の記録"),
    "en": ("examples", "as_of", "meetings", "profession", "exchanges", "decisions"),
}
NAME = {"ja": "見本 太郎", "en": "Taro Mihon"}


def examples(language: str) -> list[dict]:
    text = (PRESETS / f"standard.examples.{language}.yml").read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)[WORDS[language][0]]


def journal(example: dict, language: str, folder: Path) -> Path:
    """The invented person of an example, as the files of a journal."""
    _, _, met_on, work_of, wrote, chose = WORDS[language]
    work = {work_of: example[work_of]} if work_of in example else {}
    for met in example.get(met_on, []):
        (date, *rest) = met.values()
        contact = {"person": NAME[language], **work, **dict(zip(list(met)[1:], rest, strict=True))}
        write_front(folder / date[:4] / f"{date}.md", {"date": date, "contacts": [contact]})
    written = {key: example[key] for key in (wrote, chose) if key in example}
    if written:
        write_front(folder / "people" / "taro.md", {"person": NAME[language], **written})
    return folder


CASES = [
    pytest.param(language, number, example, id=f"{language}-{number:02}")
    for language in ("ja", "en")
    for number, example in enumerate(examples(language), 1)
]


def test_there_are_26_in_both_languages():
    assert [len(examples(language)) for language in ("ja", "en")] == [26, 26]


@pytest.mark.parametrize(("language", "number", "example"), CASES)
def test_the_words_of_an_example(language, number, example, run, tmp_path, pytestconfig):  # noqa: PLR0917 - fixtures
    folder = journal(example, language, tmp_path / "journal")
    day = example[WORDS[language][1]]
    ran = run("why", NAME[language], "--journal", folder, "--today", day, NETJUDGE_LANG=language)
    assert ran.code == 0
    told = ran.out.replace(str(folder), "journal")
    golden = GOLDEN / language / f"{number:02}.txt"
    if pytestconfig.getoption("--update"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")
