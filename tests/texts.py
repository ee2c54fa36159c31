"""Texts to draw from, as names and readings are typed, and worse; laws about them are tried often."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

LAWS = settings(max_examples=500)
KANA = st.text(
    "あいうえおかがきぎくぐけこさしじすせそただちつてとなにのはばぱひふべほまやゃゆゅよょらりるれわをんっーゔ　・"
)
ANY_TEXT = st.text() | KANA | st.text("ァヴィー゛゜ゞヽｶﾞﾊﾟ\u3099\u309aé ") | st.text("comCOMlptnulaux019-_.")
