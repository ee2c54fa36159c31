"""The law of the lists: what is shown is what the journal says, whatever is ticked, typed and chosen."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjudge_plugin import pipeline
from netjudge_plugin.model.wording import normal
from netjudge_plugin.reader.gojuon import gojuon_key
from netjudge_plugin.settings import Settings
from netjudge_plugin.views.filters import plain

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 23)
OWN, OF_MEETING = ("verdict", "profession"), ("year", "place", "tag")

numbers = st.lists(st.integers(0, 3), unique=True, max_size=3)
texts = st.text("あいアｲaA \n漢", max_size=6)
meetings = st.fixed_dictionaries(dict.fromkeys(OF_MEETING, numbers))
wishes = st.fixed_dictionaries(dict.fromkeys((*OWN, *OF_MEETING), numbers))


@st.composite
def lists(draw):
    """A list as the script knows it, with what is wanted of it."""
    met = draw(st.lists(meetings, max_size=5))
    which = st.lists(st.sampled_from(range(len(met))), unique=True, max_size=4) if met else st.just([])
    entry = st.fixed_dictionaries(
        {"has": st.fixed_dictionaries(dict.fromkeys(OWN, numbers)), "met": which, "text": texts.map(plain)}
    )
    return {"entries": draw(st.lists(entry, max_size=8)), "meetings": met, "chosen": draw(wishes), "typed": draw(texts)}


def fits(entry, drawn):
    """The same in Python, from its definition."""
    chosen = drawn["chosen"]

    def wanted(has, names):
        return all(not chosen[name] or set(chosen[name]) & set(has[name]) for name in names)

    somewhere = any(wanted(drawn["meetings"][number], OF_MEETING) for number in entry["met"])
    words = [plain(word) for word in drawn["typed"].split()]
    return (
        wanted(entry["has"], OWN)
        and (somewhere or not any(chosen[name] for name in OF_MEETING))
        and all(word in entry["text"] for word in words)
    )


FITTING = """drawn => {
    const { wordsIn, Matching } = netjudgeLists;
    const wanted = { words: wordsIn(drawn.typed), chosen: drawn.chosen };
    return Matching.fitting(drawn.entries, drawn.meetings, wanted, new Set(["year", "place", "tag"]));
}"""


@pytest.fixture
def script(read):
    return read("people/index.html").page


def test_what_is_shown_is_what_is_wanted(script):
    @settings(max_examples=300, suppress_health_check=list(HealthCheck))
    @given(lists())
    def law(drawn):
        assert script.evaluate(FITTING, drawn) == [fits(entry, drawn) for entry in drawn["entries"]]

    law()


def test_wanting_nothing_shows_everyone_and_wanting_more_never_shows_more(script):
    @settings(max_examples=100, suppress_health_check=list(HealthCheck))
    @given(lists(), st.sampled_from((*OWN, *OF_MEETING)))
    def law(drawn, name):
        nothing = {**drawn, "typed": "", "chosen": {key: [] for key in drawn["chosen"]}}
        assert all(script.evaluate(FITTING, nothing))
        all_but_one = {**drawn, "chosen": {**drawn["chosen"], name: []}}
        pairs = zip(script.evaluate(FITTING, drawn), script.evaluate(FITTING, all_but_one), strict=True)
        assert all(before or not now for now, before in pairs)

    law()


def test_an_order_loses_nobody_and_puts_those_without_a_day_last(script):
    days = st.none() | st.sampled_from(["2024-01-01", "2025-01-01", "2026-01-01"])

    @settings(max_examples=100, suppress_health_check=list(HealthCheck))
    @given(st.lists(days, max_size=8), st.sampled_from(["last", "oldest"]))
    def law(drawn, sort):
        order = script.evaluate(
            "([days, by]) => netjudgeLists.Matching.ordered(days.map(d => ({ sort: { date: d ?? undefined } })), by)",
            [drawn, sort],
        )
        known = sorted((day for day in drawn if day), reverse=sort == "last")
        assert [drawn[number] for number in order] == known + [None] * drawn.count(None)
        assert sorted(order) == list(range(len(drawn)))

    law()


LETTERS = st.sampled_from([*map(chr, range(0x3041, 0x3100)), *map(chr, range(0xFF01, 0xFFA0)), *"aZéß 髙\u3000\t㈱ﾞ"])


def test_the_page_and_its_script_compare_texts_alike(script):
    @settings(max_examples=200, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.text(LETTERS, max_size=12), max_size=8))
    def law(drawn):
        assert script.evaluate("texts => texts.map(netjudgeLists.plain)", drawn) == [plain(text) for text in drawn]

    law()


@pytest.fixture(scope="module")
def outlook():
    where = Settings(journal_dir=ROOT / "journal", today=TODAY, clock=TODAY, root=ROOT, purpose="見本")
    return pipeline.look(where)[0]


def has(person, outlook, name):
    """What the journal says of a person, by the ids of the address."""
    now = outlook.judged[person.id].now
    row = {"あ": "a", "か": "ka", "さ": "sa", "た": "ta", "な": "na", "は": "ha", "ま": "ma", "や": "ya", "ら": "ra"}
    letter = pipeline.gojuon_row(person.reading, person.name)
    return {
        "verdict": {now.verdict},
        "profession": {one.id or normal(one.ja) for one in person.professions},
        "row": {row.get(letter, {"わ": "wa", "A-Z": "latin"}.get(letter, "unread"))},
    }[name]


def of(event, name):
    tags = {normal(tag) for tag in event.tags}
    return {"year": {str(event.date.year)}, "place": {normal(event.venue or "")}, "tag": tags}[name]


def expected(outlook, chosen):
    """Whom the journal itself has to show, in 五十音 order."""
    own = [name for name in chosen if name not in OF_MEETING]
    where = [name for name in chosen if name in OF_MEETING]

    def shown(person):
        met = [encounter.event for encounter in person.encounters if encounter.date <= TODAY]
        meets = any(all(of(event, name) & chosen[name] for name in where) for event in met)
        return all(has(person, outlook, name) & chosen[name] for name in own) and (meets or not where)

    people = [person for person in outlook.people if shown(person)]
    return sorted(people, key=lambda p: (gojuon_key(p.reading or p.name), p.name, p.id))


def test_the_people_shown_are_those_of_the_journal_for_every_value_of_every_filter(read, outlook):
    listing = read("people/index.html")
    boxes = listing.form.locator("[type=checkbox]").evaluate_all("all => all.map(box => [box.name, box.value])")
    assert {name for name, _ in boxes} == {"verdict", "profession", "row", "year", "place", "tag"}
    wanted = [{name: {value}} for name, value in boxes]
    wanted += [{a: {x}, b: {y}} for (a, x), (b, y) in zip(boxes, boxes[7:], strict=False) if a != b]
    wanted += [{a: {x, y}} for (a, x), (b, y) in zip(boxes, boxes[2:], strict=False) if a == b]
    for chosen in wanted:
        listing.page.evaluate(
            """chosen => {
                const form = document.querySelector("[data-part=filter]");
                for (const box of form.querySelectorAll("[type=checkbox]"))
                    box.checked = (chosen[box.name] ?? []).includes(box.value);
                form.querySelector("[type=checkbox]").dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            {name: list(values) for name, values in chosen.items()},
        )
        names = [person.name for person in expected(outlook, chosen)]
        order = {
            label: n for n, label in enumerate(["a", "ka", "sa", "ta", "na", "ha", "ma", "ya", "ra", "wa", "unread"])
        }
        rows = {p.name: order[next(iter(has(p, outlook, "row")))] for p in outlook.people}
        assert listing.names() == sorted(names, key=rows.__getitem__), chosen
    listing.form.locator("[data-part=reset]").click()
    assert len(listing.names()) == len(outlook.people)
    assert listing.query() == ""
