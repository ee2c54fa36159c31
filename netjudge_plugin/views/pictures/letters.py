"""How letters and places are measured where nobody has seen the screen yet."""

from __future__ import annotations

import unicodedata

#: The whole width of a picture that grows with the page; places are whole thousandths of it.
WHOLE = 1000
#: In pixels: how wide a picture is on a telephone, and what a wide and a narrow letter and a gap between labels take.
NARROWEST, WIDE, NARROW, GAP = 310, 12, 7, 8


def wide(text: str) -> int:
    """How many pixels a text takes at most."""
    return sum(WIDE if unicodedata.east_asian_width(letter) in "WFA" else NARROW for letter in text)


def pixels(places: int) -> int:
    """How many pixels a width takes on the narrowest screen."""
    return places * NARROWEST // WHOLE


def percent(places: int) -> str:
    """A place for an attribute of SVG."""
    return f"{places // 10}.{places % 10}%"
