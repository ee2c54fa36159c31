"""Links in the notes of a journal that lead to somebody's file, or to a file that gets another name."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from netjudge_plugin.duties.renaming import moved
from netjudge_plugin.model.forgetting import Kind
from netjudge_plugin.reader.names import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from netjudge_plugin.duties.changing import Found
    from netjudge_plugin.model.forgetting import Rename

_WIKI = re.compile(r"!?\[\[([^\[\]|\n]{1,200})(?:\|[^\[\]\n]{1,200})?\]\]")
_TARGET = r"<[^<>\n]{1,2000}>|(?:[^()<>\n\"']|\([^()\n]{0,200}\)){1,2000}?"
_TITLE = r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*"
_LABEL = r"(?:[^\[\]\\\n]|\\.|!?\[[^\[\]\n]{0,200}\](?:\([^()\n]{0,500}\))?){0,500}"
_LINK = re.compile(rf"!?\[(?P<label>{_LABEL})\]\([ \t]*(?P<target>{_TARGET}){_TITLE}\)")
_DEFINED = re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]*(?P<target><[^<>\n]{1,2000}>|\S{1,2000})", re.MULTILINE)
#: What would end a target, or begin something else in it.
_ENDING = re.compile(r"""[\s()<>"'?#%]""")
#: A link that leads nowhere else.
_NOWHERE = "#"


@dataclass(frozen=True, slots=True)
class Links:
    """Finds the links that change: those to a person by name (`names` are its keys) or to the person's file (`mine`).

    `renames` are the files that get other names. Paths are those inside the journal.
    """

    names: Collection[str]
    mine: str | None = None
    renames: Sequence[Rename] = ()

    def within(self, text: str, inside: str, label: Callable[[str], str]) -> Iterator[Found]:
        """The links of a text in the file `inside`; of one to the person its `label` stays, less the name."""
        if "[" not in text:
            return
        for found in _WIKI.finditer(text):
            if name_key(found[1]) in self.names:
                yield found.span(), label(found[0]), Kind.LINK
        for found in _LINK.finditer(text):
            path = _resolved(found["target"], inside)
            if path is not None and path == self.mine:
                yield found.span(), label(found["label"]), Kind.LINK
            elif path is not None and (target := self._moved(found["target"], path, inside)):
                yield found.span("target"), target, Kind.LINK
        for found in _DEFINED.finditer(text):
            path = _resolved(found["target"], inside)
            target = _NOWHERE if path == self.mine else path and self._moved(found["target"], path, inside)
            if path is not None and target:
                yield found.span("target"), target, Kind.LINK

    def leads_to(self, text: str) -> bool:
        """Whether a text may have such a link."""
        plain = unquote(html.unescape(text)).lower()
        files = [self.mine, *(one.inside for one in self.renames)]
        return any(posixpath.basename(file).lower() in plain for file in files if file)

    def _moved(self, written: str, path: str, inside: str) -> str | None:
        """The target as it has to be written once the files have their new names; None if it stays."""
        home, new_home = posixpath.dirname(inside), posixpath.dirname(moved(inside, self.renames))
        old, new = posixpath.relpath(path, home or "."), posixpath.relpath(moved(path, self.renames), new_home or ".")
        if new == old:
            return None
        plain = written.strip("<>")
        rest = plain[len(re.split(r"[?#]", plain, maxsplit=1)[0]) :]
        return f"<{new}{rest}>" if written.startswith("<") else f"{_ENDING.sub(_coded, new)}{rest}"


def _coded(sign: re.Match[str]) -> str:
    return quote(sign[0], safe="")


def _resolved(written: str, inside: str) -> str | None:
    """The path in the journal that a target leads to; None where it leads elsewhere."""
    address = unquote(re.split(r"[?#]", html.unescape(written.strip().strip("<>")), maxsplit=1)[0])
    if not address or address.startswith("/") or re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(inside), address))
