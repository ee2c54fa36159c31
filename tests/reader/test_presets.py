"""The presets say the same in both languages, and no label of theirs means two things."""

import unicodedata
from collections import Counter
from importlib import resources

import pytest
import yaml

from netjudge_plugin.reader.professions import professions

PRESETS = ("standard", "simple")
LANGUAGES = ("ja", "en")
FILES = [f"{preset}.{language}" for preset in PRESETS for language in LANGUAGES]
LABELS = {"name", "question", "good", "concern", "signs", "notes_only", "verdicts", "whys"}
LABELS |= {"ask", "ask_if_concern", "profession"}


def text_of(name):
    return resources.files("netjudge_plugin").joinpath("presets", f"{name}.yml").read_text(encoding="utf-8")


def load(name):
    return yaml.safe_load(text_of(name))


def skeleton(value, *, label=False):
    """The file without what it says to people: keys, ids, numbers and the lengths of lists."""
    if isinstance(value, dict):
        return [(key, skeleton(inner, label=label or key in LABELS)) for key, inner in value.items()]
    if isinstance(value, list):
        return [skeleton(inner, label=label) for inner in value]
    return "…" if label else value


def key(text):
    return unicodedata.normalize("NFKC", text).casefold()


def labels(criteria):
    """Every axis and every word with what it is called, as (id, label)."""
    for axis in criteria["axes"]:
        yield axis["id"], axis["name"]
        yield from {**axis["good"], **axis["concern"]}.items()
    for kind in criteria["stops"].values():
        yield from kind["signs"].items()
    yield from criteria["notes_only"].items()


def strings(value):
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("preset", PRESETS)
def test_both_languages_have_the_same_structure_ids_and_numbers(preset):
    assert skeleton(load(f"{preset}.ja")) == skeleton(load(f"{preset}.en"))


@pytest.mark.parametrize("name", FILES)
def test_ids_and_labels_are_unique_over_words_and_axes(name):
    everything = list(labels(load(name)))
    texts = Counter(text for identifier, label in everything for text in {key(identifier), key(label)})
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_label_of_one_language_never_means_another_word_in_the_other(preset):
    meanings = {}
    for language in LANGUAGES:
        for identifier, label in labels(load(f"{preset}.{language}")):
            for text in (identifier, label):
                meanings.setdefault(key(text), set()).add(identifier)
    assert {text: ids for text, ids in meanings.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_criteria_have_8_axes_50_words_5_signs_and_4_notes(language):
    criteria = load(f"standard.{language}")
    assert len(criteria["axes"]) == 8
    assert sum(len(axis["good"]) + len(axis["concern"]) for axis in criteria["axes"]) == 50
    assert sum(len(kind["signs"]) for kind in criteria["stops"].values()) == 5
    assert len(criteria["notes_only"]) == 4


@pytest.mark.parametrize("name", FILES)
def test_steps_name_whys_verdicts_stops_and_axes_that_exist(name):
    criteria = load(name)
    axes = {axis["id"] for axis in criteria["axes"]}
    named = [
        axis
        for row in (*criteria["steps"], *criteria["plan"]["layers"])
        for field in ("any_no", "unsettled", "all_ok", "of")
        for axis in row.get(field, [])
    ]
    assert set(named) <= axes
    assert {step["then"] for step in criteria["steps"]} | {criteria["otherwise"]} == set(criteria["verdicts"])
    automatic = {"know_more", "conflicting", "feeling_only"}
    assert {step["why"] for step in criteria["steps"]} | automatic == set(criteria["whys"])
    assert {step["stop"] for step in criteria["steps"] if "stop" in step} == set(criteria["stops"])


@pytest.mark.parametrize("name", FILES)
def test_a_word_clears_only_words_that_exist(name):
    criteria = load(name)
    words = {identifier for identifier, _ in labels(criteria)}
    for axis in criteria["axes"]:
        for word, cleared in axis.get("clears", {}).items():
            assert {word, *cleared} <= words


@pytest.mark.parametrize("language", LANGUAGES)
def test_busy_seasons_are_those_of_known_professions(language):
    seasons = load(f"standard.{language}")["busy_seasons"]
    assert [professions().find(season["profession"]).id for season in seasons] == ["zeirishi", "sharoshi"]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_english_file_speaks_english(preset):
    assert [text for text in strings(load(f"{preset}.en")) if not text.isascii()] == []


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_tidy(name):
    lines = text_of(name).split("\n")
    assert [line for line in lines if line != line.rstrip() or "\t" in line] == []
    assert lines[-1] == ""
    assert max(map(len, lines)) <= 120
