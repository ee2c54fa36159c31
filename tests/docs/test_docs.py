"""The manual tells the truth: its tables are the code's, and its examples are read by the real program.

Three kinds of fenced blocks are examples that run:

- `markdown` blocks that begin with `---` are complete journal files: read without a word of complaint.
- `text` blocks of a diagnostic's section show a mistake (`× `) and its mending (`○ `): the first version gets that
  diagnostic, the second none. A line that is nothing but a file's name begins that file.
- `yaml` blocks that begin with `format:` are complete criteria (or with `examples:` below it a complete file of
  examples, with `me:` one of messages), those with `plugins:` a complete mkdocs.yml.
"""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import click
import pytest
import yaml
from commands import EVERY_COMMAND
from mkdocs.config import load_config

from netjudge_plugin import in_force, pipeline
from netjudge_plugin.duties.export import held
from netjudge_plugin.interop import brief_json, examples_json, judgement_json, review_json, week_json
from netjudge_plugin.judge import criteria as criteria_files
from netjudge_plugin.judge import examples, plan_rules
from netjudge_plugin.judge.rules import Rules
from netjudge_plugin.judge.words import Lexicon
from netjudge_plugin.locale import catalogue
from netjudge_plugin.mkdocs.options import OPTIONS, settings_from
from netjudge_plugin.model.briefing import REUNIONS
from netjudge_plugin.model.diagnostics import SEVERITIES, Diagnostic, Place, Severity
from netjudge_plugin.model.journal import Event, PersonFile, SourceFile
from netjudge_plugin.model.messages import PLACEHOLDERS, WHENS
from netjudge_plugin.model.plan import PlanRules
from netjudge_plugin.model.wording import labels
from netjudge_plugin.reader import disk, entries, sheet
from netjudge_plugin.reader import messages as message_files
from netjudge_plugin.reader.example_fields import ComputedFields, ExampleFields, MeetingFields
from netjudge_plugin.reader.message_fields import MessageFields, MessagesFields
from netjudge_plugin.reader.presets import preset, preset_examples
from netjudge_plugin.reader.schema import (
    ContactFields,
    DecisionFields,
    EventFields,
    ExchangeFields,
    PersonFields,
    PromiseFields,
)
from netjudge_plugin.settings import Settings

ROOT = Path(__file__).parents[2]
MANUALS = {"ja": ROOT / "docs" / "manual", "en": ROOT / "docs" / "en"}
TODAY = datetime.date(2026, 11, 23)
TABLES = {
    "event": EventFields,
    "contact": ContactFields,
    "person": PersonFields,
    "exchange": ExchangeFields,
    "decision": DecisionFields,
    "promise": PromiseFields,
    "example": ExampleFields,
    "example-meeting": MeetingFields,
    "example-computed": ComputedFields,
    "messages": MessagesFields,
    "message": MessageFields,
}
SEVERITY_WORDS = {
    "ja": {Severity.ERROR: "エラー", Severity.WARNING: "警告", Severity.NOTICE: "お知らせ"},
    "en": {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTICE: "Notice"},
}

#: What a short text cannot show: files as such, signs that nobody sees, the site around the journal, large things.
WITHOUT_EXAMPLE = {
    "file-unreadable", "file-not-regular", "file-outside", "file-too-large", "file-conflict-copy", "journal-missing",
    "encoding-not-utf8", "control-character", "invisible-character", "yaml-tab", "yaml-too-deep", "file-name-txt",
    "criteria-too-many-axes", "page-exists", "path-too-long", "kept-criteria-name",
    "asks-elsewhere", "past-retention",
    "shared-unsettled", "share-unreadable", "share-version", "share-value", "share-member-twice", "share-audience",
}  # fmt: skip

both_languages = pytest.mark.parametrize("language", ["ja", "en"])


def page(language: str, name: str) -> str:
    return (MANUALS[language] / f"{name}.md").read_text(encoding="utf-8")


def sections(text: str, level: int) -> dict[str, str]:
    """The sections of a level by the id of their heading; a section ends at the next heading of its level or above."""
    found = re.split(rf"^(#{{2,{level}}}) [^\n]*?\{{#([\w-]+)\}}\n", text, flags=re.MULTILINE)
    parts = zip(found[1::3], found[2::3], found[3::3], strict=True)
    return {identifier: body for marks, identifier, body in parts if len(marks) == level}


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def all_blocks(kind: str, start: str) -> list[tuple[str, str]]:
    """The blocks of both manuals (and of the README, with "readme" for its language) that begin like that."""
    pages = [(language, path) for language, folder in MANUALS.items() for path in sorted(folder.glob("*.md"))]
    pages.append(("readme", ROOT / "README.md"))
    found = [(language, block) for language, path in pages for block in blocks(path.read_text(encoding="utf-8"), kind)]
    return [(language, block) for language, block in found if block.startswith(start)]


def test_both_manuals_have_the_same_pages_with_the_same_sections():
    names = {language: {path.name for path in folder.glob("*.md")} for language, folder in MANUALS.items()}
    assert names["ja"] == names["en"]
    for name in names["ja"]:
        anchors = [
            re.findall(r"^#+ .*\{#([\w-]+)\}$", (folder / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
            for folder in MANUALS.values()
        ]
        assert anchors[0] == anchors[1], name


# ---------------------------------------------------------------------------------------------------------------------
# Tables
# ---------------------------------------------------------------------------------------------------------------------


@both_languages
def test_every_diagnostic_has_its_section_and_no_other_has_one(language):
    assert set(sections(page(language, "diagnostics"), 3)) == set(SEVERITIES)


@both_languages
def test_every_diagnostic_is_said_to_be_as_grave_as_it_is(language):
    found = sections(page(language, "diagnostics"), 3)
    words = {name: match[1] for name, body in found.items() if (match := re.match(r"\n\*\*(\w+)\*\*", body))}
    assert words == {name: SEVERITY_WORDS[language][severity] for name, severity in SEVERITIES.items()}


@both_languages
def test_every_heading_of_a_diagnostic_is_its_name(language):
    headings = re.findall(r"^### (\S+) \{#(\S+)\}$", page(language, "diagnostics"), flags=re.MULTILINE)
    assert [name for name, identifier in headings if name != identifier] == []


@both_languages
@pytest.mark.parametrize("table", TABLES)
def test_every_field_stands_in_its_table_under_both_names(language, table):
    text = page(language, "fields")
    found = sections(text, 2) | sections(text, 3)
    rows = re.findall(r"^\| (\S+) \| (\S+) \|", found[table].split("\n### ")[0], flags=re.MULTILINE)
    pairs = [(first.strip("`"), second.strip("`")) for first, second in rows if "`" in first + second]
    if language == "ja":
        pairs = [(field, word) for word, field in pairs]
    assert dict(pairs) == TABLES[table].words
    assert len(pairs) == len(TABLES[table].words)


@both_languages
def test_every_option_of_the_plugin_has_its_section(language):
    assert set(sections(page(language, "settings"), 3)) == set(OPTIONS)


@both_languages
def test_every_command_has_its_section_with_all_its_options(language):
    found = sections(page(language, "commands"), 2)
    for name, command in EVERY_COMMAND.items():
        # why has the options of judge, and says so
        rows = "".join(found[one.replace(" ", "-")] for one in ((name, "judge") if name == "why" else (name,)))
        options = {option for param in command.params if isinstance(param, click.Option) for option in param.opts}
        assert {option for option in options if f"`{option}`" not in rows and f"`{option} " not in rows} == set()


@both_languages
def test_every_name_in_the_json_is_told(language):
    settings = Settings(ROOT / "journal", today=TODAY, clock=TODAY, language=language)
    outlook, _ = pipeline.look(settings)
    report = judgement_json.report(outlook, lambda _: "")
    some = judgement_json.findings([Diagnostic(Place("journal/a.md"), "unknown-word")], lambda _: "")
    shipped, _ = in_force.read_examples(preset_examples("standard", language))
    outcome, _ = examples.run(shipped[0], Rules.of(outlook.criteria))
    told = sections(page(language, "commands"), 3)
    change = next(one["counterfactual"] for one in report["people"] if (one["counterfactual"] or {}).get("sets"))
    for section, example in (
        ("json-top", report),
        ("json-people", report["people"][0]),
        ("json-counterfactual", {**change, **change["sets"][0][0]}),
        ("json-observations", next(one["observations"][0] for one in report["people"] if one["observations"])),
        ("json-diagnostics", some[0]),
        ("json-examples", examples_json.report(outlook.criteria, [outcome], (), lambda _: "")["examples"][0]),
    ):
        rows = re.findall(r"^\| ([^|]*) \|", told[section], flags=re.MULTILINE)
        assert [name for row in rows for name in re.findall(r"`([^`]+)`", row)] == list(example), section
    example = json.loads(blocks(found_json(language), "json")[0])
    assert list(example) == list(report)
    assert list(example["people"][0]) == list(report["people"][0])
    assert list(example["people"][0]["observations"][0]) == list(report["people"][0]["observations"][0])
    assert list(example["people"][0]["counterfactual"]) == list(change)
    assert list(example["people"][0]["counterfactual"]["sets"][0][0]) == list(change["sets"][0][0])
    assert list(example["people"][0]["next"][0]) == next(
        list(one["next"][0]) for one in report["people"] if one["next"]
    )


@both_languages
def test_every_name_in_the_json_of_the_week_is_told(language):
    outlook, _ = pipeline.look(Settings(ROOT / "journal", today=TODAY, clock=TODAY, language=language))
    report = week_json.report(outlook, lambda _: "")
    told = sections(page(language, "commands"), 3)
    for section, example in (
        ("json-week", report),
        ("json-promises", report["promises"][0]),
        ("json-touches", report["now"][0]),
        ("json-layers", report["layers"][0]),
    ):
        rows = re.findall(r"^\| ([^|]*) \|", told[section], flags=re.MULTILINE)
        assert [name for row in rows for name in re.findall(r"`([^`]+)`", row)] == list(example), section
    example = json.loads(blocks(sections(page(language, "commands"), 2)["week-json"], "json")[0])
    assert list(example) == list(report)
    for part in ("promises", "now", "layers"):
        assert list(example[part][0]) == list(report[part][0])
    assert list(example["layers"][0]["people"][0]) == list(report["layers"][0]["people"][0])


@both_languages
def test_every_name_in_the_json_of_a_briefing_is_told(language):
    outlook, _ = pipeline.look(Settings(ROOT / "journal", today=TODAY, clock=TODAY, language=language))
    event = next(event for event in outlook.events if event.inside == outlook.briefings[0].event)
    report = brief_json.report(outlook, event, lambda _: "", lambda _: "")
    told = sections(page(language, "commands"), 3)
    for section, example in (
        ("json-brief", report),
        ("json-event", report["event"]),
        ("json-expected", report["people"][0]),
    ):
        rows = re.findall(r"^\| ([^|]*) \|", told[section], flags=re.MULTILINE)
        assert [name for row in rows for name in re.findall(r"`([^`]+)`", row)] == list(example), section
    example = json.loads(blocks(sections(page(language, "commands"), 2)["brief-json"], "json")[0])
    assert list(example) == list(report)
    assert list(example["event"]) == list(report["event"])
    assert list(example["people"][0]) == list(report["people"][0])
    promise = week_json.report(outlook, lambda _: "")["promises"][0]
    assert list(example["people"][0]["promises"][0]) == [name for name in promise if name not in {"id", "name"}]


@both_languages
def test_the_sentences_on_meeting_again_are_told_in_the_order_of_the_rule(language):
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|$", sections(page(language, "meeting"), 2)["again"], re.MULTILINE)
    words = catalogue(language)
    assert rows[1:] == [words.text(f"brief.reunion.{kind}") for kind in REUNIONS]


@both_languages
def test_every_name_in_the_json_of_looking_back_is_told(language):
    outlook, _ = pipeline.look(Settings(ROOT / "journal", today=TODAY, clock=TODAY, language=language))
    report = review_json.report(outlook, lambda _: "", lambda _: "")
    told = sections(page(language, "commands"), 3)
    for section, example in (
        ("json-review", report),
        ("json-decisions", report["decisions"][0]),
        ("json-proposals", report["proposals"][0]),
        ("json-lines", report["proposals"][0]["lines"][0]),
    ):
        rows = re.findall(r"^\| ([^|]*) \|", told[section], flags=re.MULTILINE)
        assert [name for row in rows for name in re.findall(r"`([^`]+)`", row)] == list(example), section
    example = json.loads(blocks(sections(page(language, "commands"), 2)["review-json"], "json")[0])
    assert list(example) == list(report)
    for part in ("decisions", "choices", "first_meetings", "axes", "proposals"):
        assert list(example[part][0]) == list(report[part][0])
        assert [name for name in report[part][0] if f"`{name}`" not in page(language, "commands")] == []
    assert list(example["proposals"][0]["lines"][0]) == list(report["proposals"][0]["lines"][0])


@both_languages
def test_every_name_in_the_json_of_one_person_is_told(language):
    settings = Settings(ROOT / "journal", today=TODAY, clock=TODAY)
    outlook, _ = pipeline.look(settings)
    journal, _ = pipeline.read_journal(settings)
    person = next(one for one in outlook.people if one.id == "sato-misaki")
    report = held(person, outlook, journal, disk.load(settings.journal_dir, "journal")[0])
    told = sections(page(language, "commands"), 3)
    for section, part in (
        ("json-export", report),
        ("json-person", report["person"]),
        ("json-verdict", report["verdict"]),
        ("json-encounters", report["encounters"][0]),
    ):
        rows = re.findall(r"^\| ([^|]*) \|", told[section], flags=re.MULTILINE)
        assert [name for row in rows for name in re.findall(r"`([^`]+)`", row)] == list(part), section
    example = json.loads(blocks(sections(page(language, "commands"), 2)["person-json"], "json")[0])
    assert list(example) == list(report)
    for name in ("person", "verdict"):
        assert list(example[name]) == list(report[name])
    for name in ("observations", "timeline", "encounters", "exchanges", "expected", "mentions", "records"):
        assert list(example[name][0]) == list(report[name][0]), name
        assert [key for key in report[name][0] if f"`{key}`" not in page(language, "commands")] == []


def found_json(language: str) -> str:
    return sections(page(language, "commands"), 2)["json"]


@both_languages
def test_every_key_of_the_criteria_is_told(language):
    told = sections(page(language, "criteria"), 3)
    for section, keys in (
        ("keys-top", criteria_files._TOP),
        ("keys-axes", criteria_files._AXIS),
        ("keys-steps", criteria_files._STEP),
        ("keys-stops", ("keeps", "signs")),
        ("keys-revisit", ("at_next_meeting", "latest_after_months")),
        ("keys-no-reply", ("messages", "days")),
        ("keys-seasons", ("profession", "from", "to")),
        ("keys-plan", plan_rules._TOP),
        ("keys-layers", plan_rules._LAYER),
    ):
        assert re.findall(r"^\| `(\w+)` \|", told[section], flags=re.MULTILINE) == list(keys)


@both_languages
def test_what_a_plan_leaves_out_is_told_as_it_is(language):
    rows = re.findall(
        r"^\| `(\w+)` \|.*\| (\d+) \|$", sections(page(language, "criteria"), 3)["keys-plan"], re.MULTILINE
    )
    usual = PlanRules()
    assert {name: int(number) for name, number in rows} == {
        name: getattr(usual, name) for name in plan_rules._TOP if name != "layers"
    }


@both_languages
def test_the_layers_of_the_standard_criteria_are_told(language):
    rows = re.findall(
        r"^\| ([^|]+) \| (\d+)\D[^|]*\| (\d+) \|", sections(page(language, "plan"), 2)["layers"], flags=re.MULTILINE
    )
    layers = in_force.shipped("standard", language).plan.layers
    assert rows == [(layer.name, str(layer.every_days), str(layer.limit)) for layer in layers]


@both_languages
def test_the_parts_of_the_week_are_told_in_the_order_of_the_page(language):
    words = catalogue(language)
    rows = re.findall(r"^\| ([^|]+) \|", sections(page(language, "plan"), 2)["week"], flags=re.MULTILINE)
    parts = "promises now waiting written at_next_meeting dormant layers".split()
    assert rows[1:] == [words.text(f"week.{part}.title") for part in parts]


@both_languages
def test_the_pages_of_the_navigation_are_told_by_their_titles(language):
    settings = Settings(ROOT / "journal", today=TODAY, clock=TODAY, language=language, purpose="…")
    site = pipeline.build_site(settings)
    titles = [found.title for found in site.pages if found.uri in site.fixed]
    between = "、" if language == "ja" else ", "
    text = page(language, "settings")
    assert between.join(titles) in text
    assert [uri for uri in site.fixed[1:] if f"`{uri}.md`" not in text] == []


@both_languages
def test_every_word_of_the_standard_criteria_is_listed(language):
    text = sections(page(language, "writing"), 3)["words"]
    criteria = in_force.shipped("standard", language)
    for axis in criteria.axes:
        row = re.search(rf"^\| {re.escape(axis.name)} \| (.*) \| (.*) \|$", text, flags=re.MULTILINE)
        assert row, axis.name
        between = "・" if language == "ja" else "; "
        assert [row[1], row[2]] == [between.join(axis.good.values()), between.join(axis.concern.values())]
    assert [label for label in labels(criteria).values() if label not in text] == []


@both_languages
def test_the_axes_of_the_standard_criteria_are_told_with_how_long_their_facts_count(language):
    rows = re.findall(
        r"^\| (.+?) \|.*\| (\d+)\D[^|]*\|$", sections(page(language, "judging"), 2)["axes"], flags=re.MULTILINE
    )
    axes = in_force.shipped("standard", language).axes
    assert rows == [(axis.name, str(axis.keeps)) for axis in axes]


@both_languages
def test_the_steps_of_the_standard_criteria_are_told_in_their_order(language):
    criteria = in_force.shipped("standard", language)
    text = sections(page(language, "judging"), 2)["steps"]
    rows = re.findall(r"^\| (S\d+) \|.*\| (.+) \| (.+) \|$", text, flags=re.MULTILINE)
    assert rows == [(step.id, criteria.verdicts[step.then], criteria.whys[step.why]) for step in criteria.steps]


# ---------------------------------------------------------------------------------------------------------------------
# Examples
# ---------------------------------------------------------------------------------------------------------------------

FILES = all_blocks("markdown", "---\n")
EXAMPLES = [
    (lang, block) for lang, block in all_blocks("yaml", "") if re.match("(形式|format): 1\n(例|examples):", block)
]
MESSAGES = [(lang, block) for lang, block in all_blocks("yaml", "") if re.match("(形式|format): 1\n(自分|me):", block)]
CRITERIA = [(lang, block) for lang, block in all_blocks("yaml", "format:") if (lang, block) not in EXAMPLES + MESSAGES]
CONFIGURATIONS = [(language, block) for language, block in all_blocks("yaml", "") if "\nplugins:" in f"\n{block}"]


def read(text: str) -> Event | PersonFile:
    """A complete example as a journal's file: whatever has a name at its top is a person's."""
    inside = "people/example.md" if re.search("^(名前|person):", text, flags=re.MULTILINE) else "example.md"
    found, problems = sheet.read(SourceFile(f"journal/{inside}", inside, text.encode()))
    assert not problems
    assert found
    entry, problems = entries.check(found, inside=inside)
    assert not problems
    assert entry
    return entry


@pytest.mark.parametrize(("language", "text"), FILES, ids=[text.split("\n")[1] for _, text in FILES])
def test_a_complete_example_is_read_as_it_stands(language, text):
    entry = read(text)
    lexicon = Lexicon(in_force.shipped("standard", "en" if language == "en" else "ja"))
    parts = entry.contacts if isinstance(entry, Event) else entry.exchanges
    for impression in (impression for part in parts for impression in part.impressions):
        assert lexicon.read(impression)[1] == ()
    decisions = [c.decision for c in parts if c.decision] if isinstance(entry, Event) else entry.decisions
    for decision in decisions:
        assert decision.verdict is None or lexicon.verdict(decision.verdict)[0]
        assert all(not lexicon.releases(word)[1] for word in decision.released)
    for word in (word for part in parts for word in getattr(part, "unsure", ())):
        assert not lexicon.axes_of(word)[1]


FRONT_DOORS = {"README.md": ["ja", "en"], "docs/manual/index.md": ["ja"], "docs/en/index.md": ["en"]}
TOLD = [
    (language, *told)
    for path, languages in FRONT_DOORS.items()
    for language, told in zip(
        languages,
        re.findall(
            r"^```markdown\n(---\n.*?)^```$.*?^\|---\|---\|---\|\n((?:^\|[^\n]*\|\n)+)",
            (ROOT / path).read_text(encoding="utf-8"),
            flags=re.MULTILINE | re.DOTALL,
        ),
        strict=True,
    )
]


@pytest.mark.parametrize(("language", "text", "table"), TOLD, ids=["readme-ja", "readme-en", "manual-ja", "manual-en"])
def test_the_first_example_comes_out_as_it_is_told(language, text, table, draw):
    journal = draw({"journal/2026-11-20.md": text}) / "journal"
    outlook, _ = pipeline.look(Settings(journal, today=TODAY, clock=TODAY, language=language, purpose="…"))
    assert outlook.diagnostics == ()
    words = catalogue(language)
    firm = {True: words.text("judgement.firm.yes"), False: words.text("judgement.firm.no")}
    between = "（{}）" if language == "ja" else " ({})"
    rows = [
        (
            person.name,
            outlook.criteria.verdicts[now.verdict] + ("" if now.firm is None else between.format(firm[now.firm])),
            outlook.criteria.whys[now.why],
        )
        for person in outlook.people
        for now in [outlook.judged[person.id].now]
    ]
    assert set(re.findall(r"^\| (.*) \| (.*) \| (.*) \|$", table, flags=re.MULTILINE)) == set(rows)


def test_there_are_examples_of_both_kinds_in_both_languages():
    assert {(language, type(read(text))) for language, text in FILES} >= {
        (language, kind) for language in MANUALS for kind in (Event, PersonFile)
    }


@pytest.mark.parametrize(("language", "text"), CRITERIA, ids=[language for language, _ in CRITERIA])
def test_complete_criteria_can_be_used_as_they_stand(language, text):
    criteria, problems = in_force.parse_criteria(SourceFile(language, "criteria.yml", text.encode()))
    assert problems == ()
    assert criteria


@pytest.mark.parametrize(("language", "text"), EXAMPLES, ids=[language for language, _ in EXAMPLES])
def test_complete_examples_come_out_as_written(language, text):
    found, problems = in_force.read_examples(SourceFile(language, "criteria.examples.yml", text.encode()))
    rules = Rules.of(in_force.shipped("standard", language))
    ran = [examples.run(example, rules) for example in found]
    assert problems == ()
    assert [(outcome.differences, unclear) for outcome, unclear in ran] == [((), ())] * len(found)
    assert found


@pytest.mark.parametrize(("language", "text"), MESSAGES, ids=[language for language, _ in MESSAGES])
def test_complete_messages_can_be_used_as_they_stand(language, text):
    table, problems = sheet.read_yaml(SourceFile("messages.yml", "messages.yml", text.encode()))
    found, more = message_files.read(table, in_force.shipped("standard", language).plan.layers)
    assert (*problems, *more) == ()
    assert len(found.texts) == 2
    assert found.me


def test_complete_messages_are_shown_in_both_languages():
    assert [language for language, _ in MESSAGES] == ["ja", "en"]


@both_languages
def test_the_occasions_and_placeholders_of_messages_are_told(language):
    told = sections(page(language, "messages"), 2)
    pairs = re.findall(r"^\| (\S+) \| (\S+) \|", told["when"], flags=re.MULTILINE)
    rows = [(first.strip("`"), second.strip("`")) for first, second in pairs if "`" in first + second]
    names = re.findall(r"^\| `\{(\w+)\}` \| `\{(\w+)\}` \|", told["fill"], flags=re.MULTILINE)
    if language == "ja":
        rows, names = ([(second, first) for first, second in found] for found in (rows, names))
    assert rows == list(WHENS.items())
    assert names == list(PLACEHOLDERS.items())


@both_languages
def test_the_finding_that_is_shown_is_what_the_program_says(language):
    (shown,) = [block for block in blocks(page(language, "criteria"), "text") if "criteria-masked-stop" in block]
    standard = preset("standard", language).data.decode()
    step = standard[standard.index("  - step: S10") : standard.index("otherwise:")]
    moved = standard.replace(step, "").replace("steps:\n", f"steps:\n{step}")
    criteria, _ = in_force.parse_criteria(SourceFile("journal/criteria.yml", "criteria.yml", moved.encode()))
    (said,) = pipeline.messages(in_force.proof(criteria, language).findings, catalogue(language))
    assert said.startswith(shown.strip().removesuffix("…"))


@pytest.mark.parametrize(("language", "text"), CONFIGURATIONS, ids=[language for language, _ in CONFIGURATIONS])
def test_a_complete_configuration_can_be_used_as_it_stands(language, text, draw):
    folder = draw({"mkdocs.yml": text, "docs/.keep": "", "journal/.keep": ""})
    config = load_config(config_file=str(folder / "mkdocs.yml"))
    settings = settings_from(config)
    assert settings.purpose
    assert settings.language == language


MENDED = [
    (language, name, number, block)
    for language in MANUALS
    for name, body in sections(page(language, "diagnostics"), 3).items()
    for number, block in enumerate(blocks(body, "text"))
]


@both_languages
def test_every_diagnostic_that_a_text_can_show_has_an_example(language):
    shown = {name for one, name, _, _ in MENDED if one == language}
    assert shown == set(SEVERITIES) - WITHOUT_EXAMPLE


@pytest.mark.parametrize(
    ("language", "name", "number", "block"), MENDED, ids=[f"{language}-{name}-{n}" for language, name, n, _ in MENDED]
)
def test_an_example_of_a_mistake_gets_its_diagnostic_until_it_is_mended(language, name, number, block, tmp_path):
    wrong = found_in(version(block, "×", "○"), version(block, "○", "×"), language, tmp_path / f"wrong{number}")
    assert name in wrong
    right = found_in(version(block, "○", "×"), version(block, "○", "×"), language, tmp_path / f"right{number}")
    assert name not in right
    assert {other for other in right if SEVERITIES[other] is not Severity.NOTICE} == set()


def version(block: str, keep: str, drop: str) -> dict[str, str]:
    """The files of an example in one of its two versions, by name."""
    files: dict[str, str] = {}
    name = "2026-11-20.md"
    for line in block.splitlines():
        mark, rest = line[:1], line[2:]
        assert mark in {"", " ", keep, drop}, line
        if mark in {"", " "} and re.fullmatch(r"[\w./-]+\.(md|yml)", rest, flags=re.ASCII):
            name = rest
            files[name] = ""
        elif mark != drop:
            files[name] = files.get(name, "") + rest + "\n"
    return files


def found_in(files: dict[str, str], mended: dict[str, str], language: str, folder: Path) -> set[str]:
    """The names of all that the program says of these files, as a journal of its own."""
    for name, text in files.items():
        path = folder / "journal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_whole(name, text, mended[name], language), encoding="utf-8")
    configured = yaml.safe_load(files.get("mkdocs.yml", "")) if "mkdocs.yml" in files else None
    options = (configured["plugins"][0]["netjudge"] or {}) if configured else {"purpose": "…"}
    settings = Settings(folder / "journal", today=TODAY, clock=TODAY, language=language, **options)
    (folder / "journal").mkdir(parents=True, exist_ok=True)
    outlook, _ = pipeline.look(settings)
    return {found.name for found in (*outlook.diagnostics, *tried(files.get("criteria.examples.yml"), language))}


def tried(text: str | None, language: str) -> list[Diagnostic]:
    """All that is wrong with a file of examples, which is only tried when one asks for it."""
    source = SourceFile("criteria.examples.yml", "criteria.examples.yml", (text or "format: 1").encode())
    found, problems = in_force.read_examples(source)
    rules = Rules.of(in_force.shipped("standard", language))
    return [*problems, *(problem for example in found for problem in examples.run(example, rules)[1])]


def _whole(name: str, text: str, mended: str, language: str) -> str:
    """The file itself; of criteria an example shows a part of the standard ones, which is exchanged there."""
    if name != "criteria.yml" and not name.startswith("criteria/"):
        return text
    standard = (ROOT / "netjudge_plugin" / "presets" / f"standard.{language}.yml").read_text(encoding="utf-8")
    standard = re.sub(" +#.*$", "", standard, flags=re.MULTILINE)
    assert standard.count(mended) == 1, "the mended version stands in the standard criteria, once"
    return standard.replace(mended, text)


# ---------------------------------------------------------------------------------------------------------------------
# What it must not say
# ---------------------------------------------------------------------------------------------------------------------


TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_every_link_between_the_pages_leads_to_a_page_and_a_heading():
    """`mkdocs build --strict` says so of pages, but not of the places on them, nor of README.md."""
    broken = []
    for path in TEXTS:
        for to in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", outside_code(path)):
            name, _, anchor = to.partition("#")
            target = (path.parent / name).resolve() if name else path
            if not target.is_file() or (anchor and anchor not in anchors(target)):
                broken.append(f"{path.relative_to(ROOT)}: {to}")
    assert broken == []


def anchors(path: Path) -> set[str]:
    """The places on a page; on one that is read where it lies also the headings in plain Latin letters."""
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\{#([\w-]+)\}$", text, flags=re.MULTILINE))
    plain = (
        set()
        if path.is_relative_to(ROOT / "docs")
        else set(re.findall(r"^#+ (\w+)$", text.lower(), flags=re.MULTILINE))
    )
    return named | plain


def outside_code(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", TEXTS, ids=[path.relative_to(ROOT).as_posix() for path in TEXTS])
def test_nothing_is_loaded_from_elsewhere(path):
    assert re.findall(r"!\[[^\]]*\]\(\s*https?:|<(?:img|script|link|iframe)\b", outside_code(path)) == []
