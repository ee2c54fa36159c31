"""The table of kanji variants is sound: it can be applied in one pass, in any order, to a normalised name."""

import unicodedata

import pytest

from netjudge_plugin.reader.names import fold
from netjudge_plugin.reader.variants import GROUPS, STANDARD_FORMS

LETTERS = [letter for group in GROUPS for letter in group]


def test_a_letter_stands_in_one_group_only():
    assert len(LETTERS) == len(set(LETTERS))


def test_no_variant_is_a_standard_form():
    assert not {group[0] for group in GROUPS} & set(map(chr, STANDARD_FORMS))


def test_every_group_has_a_variant_and_every_letter_is_one_kanji():
    assert all(len(group) > 1 for group in GROUPS)
    assert all(unicodedata.category(letter) == "Lo" for letter in LETTERS)
    assert all(unicodedata.name(letter).startswith("CJK ") for letter in LETTERS)


def test_no_letter_is_one_that_nfkc_replaces_before_the_table_is_asked():
    assert [letter for letter in LETTERS if unicodedata.normalize("NFKC", letter) != letter] == []


def test_some_hundred_letters():
    assert 300 <= len(STANDARD_FORMS) <= 400


@pytest.mark.parametrize(
    ("variants", "standard"),
    [
        *(
            ("髙", "高"),
            ("﨑嵜", "崎"),
            ("濵濱", "浜"),
            ("德", "徳"),
            ("瀨", "瀬"),
            ("𠮷", "吉"),
            ("邊邉", "辺"),
            ("齋", "斎"),
        ),
        *(
            ("齊", "斉"),
            ("澤", "沢"),
            ("廣", "広"),
            ("國", "国"),
            ("嶋嶌", "島"),
            ("櫻", "桜"),
            ("惠", "恵"),
            ("眞", "真"),
        ),
        *(("條", "条"), ("壽", "寿"), ("龍", "竜"), ("\ufa10", "塚"), ("\uf9dc", "隆")),
    ],
)
def test_the_usual_letters_of_surnames(variants, standard):
    assert {fold(variant) for variant in variants} == {fold(standard)} == {standard}


@pytest.mark.parametrize("pair", ["斎斉", "齋齊", "坂阪", "畑畠", "刈苅", "崎埼", "太大"])
def test_letters_of_different_surnames_stay_apart(pair):
    assert fold(pair[0]) != fold(pair[1])
