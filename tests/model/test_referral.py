"""No message speaks of fees for referrals, however it is written; ordinary words beside them are free."""

import pytest

from netjudge_plugin.model.referral import speaks_of_fees


@pytest.mark.parametrize(
    "text",
    [
        "紹介料をお支払いします",
        "ご紹介料",
        "紹介手数料は一割です",
        "紹介の手数料",
        "紹介報酬",
        "紹介の対価",
        "紹介フィー",
        "紹介ﾌｨｰ",
        "紹介インセンティブ",
        "斡旋料",
        "送客手数料",
        "謝礼を差し上げます",
        "御謝礼",
        "キックバック",
        "ｷｯｸﾊﾞｯｸ",
        "キック バック",
        "バックマージン",
        "リベート",
        "名義貸し",
        "名義を貸して",
        "名義借り",
        "紹介　料",
        "紹\u200b介料",
        "紹介\n料",
        "We pay a referral fee",
        "REFERRAL FEES",
        "ｒｅｆｅｒｒａｌ ｆｅｅ",
        "a referral bonus",
        "finder's fee",
        "finder’s fee",
        "an introduction fee",
        "kickback",
        "kick-backs",
        "commission for referrals",
        "a commission on each referral",
        "a fee for introducing clients",
        "name-lending",
        "lend you my licence",
        "lending our name",
        "referral\nfee",
    ],
)
def test_what_is_never_said(text):
    assert speaks_of_fees(text)


@pytest.mark.parametrize(
    "text",
    [
        "手数料の改定のお知らせ",
        "仲介手数料の計算",
        "登記の報酬",
        "ご紹介ありがとうございます",
        "ご紹介の料理店",
        "紹介料理",
        "自己紹介の練習",
        "感謝礼状",
        "お礼",
        "名義変更",
        "名義人",
        "リベートラル",
        "Thank you for the referral",
        "our fees for registration",
        "the commission on sales",
        "kick back and relax",
        "an introduction to feeding",
        "in the name of",
        "a licence to lend money",
        "for your introduction",
        "",
    ],
)
def test_what_may_be_said(text):
    assert not speaks_of_fees(text)
