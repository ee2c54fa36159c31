"""How a profession written in the journal leads to one of the table."""

import unicodedata
from collections import Counter

import pytest

from netjudge_plugin.model.people import Profession
from netjudge_plugin.reader.names import fold
from netjudge_plugin.reader.professions import professions
from netjudge_plugin.reader.romaji import valid_id


@pytest.mark.parametrize(
    "written",
    [
        "社会保険労務士",
        "社労士",
        "特定社会保険労務士",
        " 社労士　",
        "sharoshi",
        "SHAROSHI",
        "labor and social security attorney",
    ],
)
def test_id_name_and_alias_in_either_language_are_one_profession(written):
    assert professions().find(written) == Profession(
        "sharoshi", "社会保険労務士", "Labor and Social Security Attorney", "先生"
    )


@pytest.mark.parametrize("written", ["ＣＰＡ", "cpa", "会計士", "公認会計士"])
def test_width_and_case_do_not_matter(written):
    assert professions().find(written).id == "kaikeishi"


def test_an_unknown_profession_is_accepted_as_written():
    assert professions().find("　手相占い師 ") == Profession(id="", ja="手相占い師", en="手相占い師")


def test_nothing_is_no_profession():
    assert professions().find(" ") == Profession(id="", ja="", en="")


def test_the_sets_of_eight_and_ten():
    sets = professions().sets
    assert (len(sets["8"]), len(sets["10"]), len(sets["other"])) == (8, 10, 10)
    assert set(sets["8"]) - set(sets["10"]) == {"kaijidairishi"}
    assert sets["other"] == tuple(one.id for one in professions().table if one.id not in {*sets["8"], *sets["10"]})


def test_no_text_stands_for_two_professions():
    known = professions()
    texts = [text for one in known.table for text in {one.id, one.ja, one.en, *known.aliases[one.id]}]
    keys = Counter(unicodedata.normalize("NFKC", text).casefold() for text in texts)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_profession_has_an_id_for_addresses_and_both_names():
    assert all(valid_id(one.id) and one.ja and one.en for one in professions().table)
    assert len(professions().table) == 21


def test_every_title_can_be_dropped_from_a_name():
    assert {fold(f"佐藤{one.ja}") for one in professions().table} == {"佐藤"}


def test_the_table_is_read_once():
    assert professions() is professions()
