"""Where the front matter ends and the text begins.

Other programs take a file whose `---` is missing or full-width for plain text and print the private part; here it is an
error at the line of the fence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from netjudge_plugin.model.diagnostics import Diagnostic, Place

#: What people type for `-` with a Japanese keyboard, or what an editor makes of it.
DASHES = "－ー—―–‐‑‒−─━ｰ"

_BLANK = r"[ \t\u3000\u200b\ufeff]"
_BEFORE = re.compile(rf"(?:{_BLANK}*(?:#[^\n]*)?\n)*")
_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_OPENING_WRONG = re.compile(rf"{_BLANK}*[-{DASHES}]{{2,}}{_BLANK}*$", re.MULTILINE)
_CLOSING = re.compile(rf"^(?:(?:---|\.\.\.)[ \t]*|[-{DASHES}]{{2,}}{_BLANK}*)$", re.MULTILINE)
#: python-frontmatter's cut, with YAML's two fences exactly; what lies between them is loaded in `sheet`, with places.
_FRONT_MATTER = YAMLHandler(fm_boundary=re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE))
_RIGHT = re.compile(r"(?:---|\.\.\.)[ \t]*")
_CLOSING_INDENTED = re.compile(rf"^{_BLANK}+[-{DASHES}]{{2,}}{_BLANK}*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut in two; the lines on which both parts start, counted from 1."""

    front: str
    front_line: int
    body: str
    body_line: int


def cut(text: str, path: str) -> tuple[Cut | None, tuple[Diagnostic, ...]]:
    """The front matter and the body of a journal file; blank lines and comments may stand before the first fence."""
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    opening = _OPENING.match(text, start)
    fence = opening or _OPENING_WRONG.match(text, start)
    if fence is None:
        return None, (Diagnostic(Place(path), "front-matter-missing"),)
    closing = _CLOSING.search(text, fence.end() + 1) or _CLOSING_INDENTED.search(text, fence.end() + 1)
    wrong = [] if opening else [start]
    if closing and not _RIGHT.fullmatch(closing.group()):
        wrong.append(closing.start())
    if wrong:
        return None, tuple(Diagnostic(Place(path, _line(text, at)), "front-matter-fence") for at in wrong)
    if closing is None:
        return None, (Diagnostic(Place(path, _line(text, start)), "front-matter-unclosed"),)
    front, body = _FRONT_MATTER.split(text[start:])
    front_line = _line(text, start) + 1
    return Cut(front, front_line, body, front_line + front.count("\n") + 1), ()


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
