"""How the shipped examples are told in both languages, word for word: changed words are to be read before they stay.

pytest tests/cli/test_cli_golden.py --update      write the texts anew, then read the difference
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

GOLDEN = Path(__file__).parents[1] / "golden" / "why"
PRESETS = Path(__file__).parents[2] / "netjudge_plugin" / "presets"
#: The example's fields in each language, and the field names of a journal for the same.
WORDS = {
    "ja": {"examples": "例", "day": "時点", "met": "会った日", "work": "士業", "wrote": "やり取り", "chose": "判断の記録"},
    "en": {
        "examples": "examples", "day": "as_of", "met": "meetings", "work": "profession", "wrote": "exchanges",
        "chose": "decisions",
    },
}  # fmt: skip
NAME = {"ja": "見本 太郎", "en": "Taro Mihon"}


def examples(language: str) -> list[dict]:
    text = (PRESETS / f"standard.examples.{language}.yml").read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)[WORDS[language]["examples"]]


def write(path: Path, front: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{text}---\n", encoding="utf-8")


def journal(example: dict, language: str, folder: Path) -> Path:
    """The invented person of an example, as the files of a journal."""
    words = WORDS[language]
    work = {words["work"]: example[words["work"]]} if words["work"] in example else {}
    for met in example.get(words["met"], []):
        (date, *rest) = met.values()
        contact = {"person": NAME[language], **work, **dict(zip(list(met)[1:], rest, strict=True))}
        write(folder / date[:4] / f"{date}.md", {"date": date, "contacts": [contact]})
    written = {key: example[key] for key in (words["wrote"], words["chose"]) if key in example}
    if written:
        write(folder / "people" / "taro.md", {"person": NAME[language], **written})
    return folder


CASES = [
    pytest.param(language, number, example, id=f"{language}-{number:02}")
    for language in ("ja", "en")
    for number, example in enumerate(examples(language), 1)
]


def test_there_are_26_in_both_languages():
    assert [len(examples(language)) for language in ("ja", "en")] == [26, 26]


@pytest.mark.parametrize(("language", "number", "example"), CASES)
def test_the_words_of_an_example(language, number, example, run, tmp_path, request):
    folder = journal(example, language, tmp_path / "journal")
    day = example[WORDS[language]["day"]]
    ran = run("why", NAME[language], "--journal", folder, "--today", day, NETJUDGE_LANG=language)
    assert ran.code == 0
    told = ran.out.replace(str(folder), "journal")
    golden = GOLDEN / language / f"{number:02}.txt"
    if request.config.getoption("--update"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")
