"""Japanese names as text: which writings are one name, and what is no name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from texts import ANY_TEXT, LAWS

from netjudge_plugin.reader.names import fold, name_key, person_hash, usable


class TestNameKey:
    @pytest.mark.parametrize("written", ["田中太郎", "田中　太郎", "田中 太郎", " 田中太郎\t", "田中\u00a0太郎"])
    def test_spaces_do_not_matter(self, written):
        assert name_key(written) == "田中太郎"

    def test_nfd_and_half_width_kana_are_the_same_letters(self):
        assert (
            name_key(unicodedata.normalize("NFD", "ガブリエル"))
            == name_key("ｶﾞﾌﾞﾘｴﾙ")
            == name_key("カ゛ブリエル")
            == "ガブリエル"
        )

    def test_variation_selectors_do_not_matter(self):
        assert name_key("葛\U000e0100城") == name_key("葛\ufe00城") == name_key("葛城")

    @pytest.mark.parametrize(
        "pair", [("髙橋", "高橋"), ("山﨑", "山崎"), ("𠮷田", "吉田"), ("Tanaka", "tanaka"), ("サトウ", "さとう")]
    )
    def test_what_looks_alike_stays_two_names(self, pair):
        assert name_key(pair[0]) != name_key(pair[1])

    @LAWS
    @given(ANY_TEXT)
    @example("か ゛")
    def test_law_idempotent(self, text):
        assert name_key(name_key(text)) == name_key(text)


class TestFold:
    @pytest.mark.parametrize(
        "pair",
        [
            ("髙橋", "高橋"),
            ("山﨑", "山崎"),
            ("𠮷田", "吉田"),
            ("齋藤", "斎藤"),
            ("渡邉", "渡辺"),
            ("渡邊", "渡辺"),
            ("SMITH", "smith"),
        ],
    )
    def test_variants_and_case_fold(self, pair):
        assert fold(pair[0]) == fold(pair[1])

    def test_saito_of_purification_is_not_saito_of_order(self):
        assert fold("斎藤") != fold("斉藤")

    @pytest.mark.parametrize(
        "written",
        [
            "佐藤先生",
            "佐藤さん",
            "佐藤さま",
            "佐藤様",
            "佐藤樣",
            "佐藤くん",
            "佐藤ちゃん",
            "佐藤弁護士",
            "佐藤 税理士 先生",
            "佐藤ＦＰ技能士",
        ],
    )
    def test_honorifics_and_titles_at_the_end_go(self, written):
        assert fold(written) == "佐藤"

    @pytest.mark.parametrize("surname", ["源氏", "鵜殿", "右京君", "先生", "さん", "弁護士", "佐藤海代", "先生佐藤"])
    def test_what_ends_a_real_name_or_is_all_of_it_stays(self, surname):
        assert fold(surname) == surname

    @LAWS
    @given(ANY_TEXT | st.text("髙橋先生様さん弁護士 "))
    def test_law_idempotent(self, text):
        assert fold(fold(text)) == fold(text)

    @LAWS
    @given(ANY_TEXT)
    def test_law_one_name_folds_to_one_form(self, text):
        assert fold(name_key(text)) == fold(text)

    @LAWS
    @given(ANY_TEXT)
    def test_law_a_name_never_folds_to_nothing(self, text):
        assert bool(fold(text)) == bool(name_key(text))


class TestHash:
    def test_the_hash_of_a_name(self):
        assert person_hash("佐藤美咲", 8) == "b21d61c7"
        assert person_hash("佐藤美咲", 4) == "b21d"


class TestUsable:
    @pytest.mark.parametrize(
        "name", ["佐藤", "J", "李", "Na", "🙂", "葛\U000e0100城", "不明瞭", "名無 太郎", "先生川", "々田"]
    )
    def test_a_name(self, name):
        assert usable(name)

    @pytest.mark.parametrize("name", ["", " ", "　", "-", "ー", "―", "?", "？", "??", "…", "〇〇", "○○さん", "×", "`"])
    def test_nothing_but_signs(self, name):
        assert not usable(name)

    @pytest.mark.parametrize("name", ["\u200b", "\u202e", "\ufe0f", "\u3099", "\u3164"])
    def test_nothing_to_see(self, name):
        assert not usable(name)

    @pytest.mark.parametrize(
        "name", ["不明", "氏名不明", "名無し", "名無しさん", "名無しの権兵衛", "匿名", "先生", "税理士さん"]
    )
    def test_a_word_for_having_no_name(self, name):
        assert not usable(name)

    @pytest.mark.parametrize("name", ["Unknown", "ＵＮＫＮＯＷＮ", "N/A", "anonymous", "No Name"])
    def test_the_same_in_english(self, name):
        assert not usable(name)
