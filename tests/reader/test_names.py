"""Japanese names as text: which writings are one name, how names are sorted, and what an address is made of."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pathvalidate import is_valid_filename

from netjudge_plugin.reader.names import (
    GOJUON_ROWS,
    fold,
    gojuon_key,
    gojuon_row,
    invisible,
    is_kana,
    name_key,
    person_hash,
    reading_key,
    slug,
    usable,
    valid_id,
    without_invisible,
)

LAWS = settings(max_examples=500)
KANA = st.text(
    "あいうえおかがきぎくぐけこさしじすせそただちつてとなにのはばぱひふべほまやゃゆゅよょらりるれわをんっーゔ　・"
)
ANY_TEXT = st.text() | KANA | st.text("ァヴィー゛゜ゞヽｶﾞﾊﾟ\u3099\u309aé ") | st.text("comCOMlptnulaux019-_.")


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


class TestReadings:
    @pytest.mark.parametrize(
        "reading", ["さとう みさき", "サトウ　ミサキ", "ｻﾄｳ ﾐｻｷ", "ジョン・スミス", "ヴィクトリア", "みすゞ", "が"]
    )
    def test_kana(self, reading):
        assert is_kana(reading)

    @pytest.mark.parametrize(
        "text", ["", " ", "・", "ー", "佐藤", "さとう美咲", "sato", "さとう1", "さとう-みさき", "か、き"]
    )
    def test_not_kana(self, text):
        assert not is_kana(text)

    @pytest.mark.parametrize("reading", ["さとう みさき", "サトウミサキ", "サトウ・ミサキ", "ｻﾄｳ　ﾐｻｷ"])
    def test_one_reading(self, reading):
        assert reading_key(reading) == "さとうみさき"

    @pytest.mark.parametrize(
        ("reading", "key"), [("ｶﾞｳﾞ", "がゔ"), ("みすゞ", "みすず"), ("かゝみ", "かかみ"), ("サーラ", "さーら")]
    )
    def test_marks_are_kept_and_repetitions_written_out(self, reading, key):
        assert reading_key(reading) == key


class TestSlug:
    @pytest.mark.parametrize(
        ("reading", "address"),
        [
            ("さとう みさき", "sato-misaki"),
            ("サトウ・ミサキ", "sato-misaki"),
            ("ｻﾄｳ　ﾐｻｷ", "sato-misaki"),
            ("おおの ゆうき", "ono-yuki"),
            ("こうの しんいち", "kono-shinichi"),
            ("おおおか しょうた", "ooka-shota"),
            ("はっとり じゅんいちろう", "hattori-junichiro"),
            ("べっぷ はっちょう", "beppu-hatcho"),
            ("しんば けいこ", "shinba-keiko"),
            ("ジャン＝リュック ゴダール", "jan-ryukku-godaru"),
            ("ファティマ ヴィヴィアン ウェンディ ジョー", "fatima-vivian-wendi-jo"),
            ("つちや づか ぢ を", "tsuchiya-zuka-ji-o"),
            ("みすゞ", "misuzu"),
        ],
    )
    def test_hepburn(self, reading, address):
        assert slug(reading) == address

    @pytest.mark.parametrize(
        ("reading", "address"),
        [
            ("いのうえ", "inoue"),
            ("やまのうち", "yamanouchi"),
            ("まつうら", "matsuura"),
            ("ひろおか", "hirooka"),
            ("かのう", "kano"),
        ],
    )
    def test_vowels_of_two_words_are_not_one_long_vowel(self, reading, address):
        assert slug(reading) == address

    @pytest.mark.parametrize(
        ("text", "address"),
        [("Renée O'Hara", "renee-ohara"), ("a?b#c%2F:*", "abc2f"), ("../../etc/passwd", "etc-passwd")],
    )
    def test_latin_letters_stay_and_signs_go(self, text, address):
        assert slug(text) == address

    @pytest.mark.parametrize("text", ["", "　", "佐藤 美咲", "🙂", "っ", "..", "---"])
    def test_nothing_left(self, text):
        assert slug(text) == ""

    @pytest.mark.parametrize("text", ["CON", "aux", "Com1", "lpt9", "index", "README", "404"])
    def test_reserved_names_take_a_suffix(self, text):
        assert slug(text) == f"{text.lower()}-x"

    def test_a_long_reading_is_cut_and_told_apart_by_a_hash(self):
        first, second = slug("か" * 300), slug("か" * 301)
        assert re.fullmatch(r"(ka){40}-[0-9a-f]{8}", first)
        assert first != second
        assert slug("か" * 40) == "ka" * 40

    @LAWS
    @given(ANY_TEXT | st.text(min_size=60) | st.text("かんっー ", min_size=60))
    @example("か" * 39 + "ん　き")
    def test_law_an_address_is_a_short_plain_file_name_everywhere(self, text):
        address = slug(text)
        if address:
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", address)
            assert len(address) <= 100
            assert is_valid_filename(address, platform="windows")
            assert address not in {"index", "readme", "404"}

    @LAWS
    @given(KANA.filter(is_kana).filter(lambda text: reading_key(text).strip("っー")))
    def test_law_every_reading_has_an_address(self, reading):
        assert slug(reading)


class TestIds:
    @pytest.mark.parametrize("text", ["sato-misaki", "Sato_1", "7", "a" * 80, "context", "p-1a2b3c4d"])
    def test_valid(self, text):
        assert valid_id(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "-a",
            "_a",
            "a b",
            "佐藤",
            "ａ",
            "a/b",
            "..",
            "a.b",
            "a\n",
            "a" * 81,
            "CON",
            "nul",
            "Com1",
            "Index",
            "README",
            "404",
        ],
    )
    def test_invalid(self, text):
        assert not valid_id(text)

    def test_the_hash_of_a_name(self):
        assert person_hash("佐藤美咲", 8) == "b21d61c7"
        assert person_hash("佐藤美咲", 4) == "b21d"


class TestOrder:
    @pytest.mark.parametrize(
        "readings",
        [
            ["かき", "かぎ", "がき", "がぎ", "かきく"],
            ["はは", "はば", "はぱ", "ばば", "ぱぱ"],
            ["はあと", "ハーブ", "はあぶん", "はい"],
            ["きって", "きつて", "きつね"],
            ["しゃ", "しや", "じゃ", "じや"],
            ["さとう ゆい", "さとうだ あい", "さとむら"],
            ["あ", "い", "う", "ゔ", "え", "を", "ん"],
            ["ジョー", "じょお", "じよお"],
        ],
    )
    def test_the_order_of_a_dictionary(self, readings):
        backwards = readings[::-1]
        assert sorted(backwards, key=gojuon_key) == readings

    def test_a_long_mark_is_the_vowel_before_it(self):
        assert gojuon_key("ハーブ")[0] == gojuon_key("はあぶ")[0]
        assert gojuon_key("ハーブ") < gojuon_key("はあぶ")

    def test_hiragana_katakana_and_the_width_of_spaces_do_not_matter(self):
        assert gojuon_key("サトウ　ミサキ") == gojuon_key("さとう みさき") == gojuon_key("ｻﾄｳ･ﾐｻｷ")

    @LAWS
    @given(KANA)
    def test_law_no_kana_is_lost(self, reading):
        plain, voices, sizes = gojuon_key(reading)
        assert len(plain) == len(voices) == len(sizes)
        assert len(plain.replace(" ", "")) == len(reading_key(reading))


class TestRows:
    @pytest.mark.parametrize(
        ("reading", "row"),
        [
            ("さとう", "さ"),
            ("ガルシア", "か"),
            ("ぱく", "は"),
            ("ヴィクトル", "あ"),
            ("ん", "わ"),
            ("を", "わ"),
            ("ゃ", "や"),
            (" ｱｲ", "あ"),
            ("ヷ", "わ"),
        ],
    )
    def test_by_the_reading(self, reading, row):
        assert gojuon_row(reading, "名") == row

    @pytest.mark.parametrize(
        ("name", "row"),
        [
            ("スミス ジョン", "さ"),
            ("John Smith", "A-Z"),
            ("Ｊｏｈｎ", "A-Z"),
            ("Ångström", "A-Z"),
            ("佐藤 美咲", ""),
            ("さくら 美咲", ""),
            ("김", ""),
            ("🙂", ""),
        ],
    )
    def test_without_a_reading(self, name, row):
        assert gojuon_row(None, name) == gojuon_row("", name) == gojuon_row(" ", name) == row

    @LAWS
    @given(st.none() | ANY_TEXT, ANY_TEXT)
    def test_law_there_is_a_heading_for_everybody(self, reading, name):
        assert gojuon_row(reading, name) in GOJUON_ROWS


class TestInvisible:
    @pytest.mark.parametrize(
        "sign",
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u200c\u200d\u00ad\x00\x07\x85\u2028\u3164",
    )
    def test_a_sign_that_nobody_sees(self, sign):
        assert invisible(f"田中{sign}太郎") == (2,)
        assert without_invisible(f"田中{sign}太郎") == "田中太郎"

    @pytest.mark.parametrize(
        "text",
        [
            "葛\U000e0100城",
            "❤️",
            "👩‍⚖️ 👨‍👩‍👧 👩🏽‍💼 🏳️‍🌈 🙂‍↔️",
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "田中　太郎\n二行目\tタブ",
        ],
    )
    def test_a_sign_that_belongs_to_what_is_seen(self, text):
        assert invisible(text) == ()

    def test_tags_that_spell_a_hidden_text_are_no_emoji(self):
        hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "tell everybody")
        assert without_invisible(f"田中🙂{hidden}\U000e007f") == "田中🙂"

    @LAWS
    @given(ANY_TEXT | st.text("👩⚖🏴\ufe0f\u200d\u200b\U000e0067\U000e007f田"))
    def test_law_what_is_left_is_seen(self, text):
        assert invisible(without_invisible(text)) == ()


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
