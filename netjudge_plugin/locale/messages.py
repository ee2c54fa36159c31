"""A diagnostic in words: what is wrong and how to mend it, in the reader's language, on a page as in a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic

#: `[near: …]` in a text is shown only when the facts that it names are there.
_OPTIONAL = re.compile(r"\[\[(.+?)\]\]")
_FACT = re.compile(r"\{(\w+)\}")


def message(diagnostic: Diagnostic, catalogue: Catalogue) -> tuple[str, str]:
    """What is wrong and how to mend it. Parts in `[[…]]` of the catalogue's text need their facts to be known."""
    return (_filled(diagnostic, catalogue, "message"), _filled(diagnostic, catalogue, "mend"))


def lines(diagnostics: Iterable[Diagnostic], catalogue: Catalogue) -> Iterator[str]:
    """Each diagnostic as `path:line:col: name message / how to mend it`."""
    for diagnostic in diagnostics:
        what, mend = message(diagnostic, catalogue)
        yield f"{diagnostic.place}: {diagnostic.name} {what}" + (f" / {mend}" if mend else "")


def _filled(diagnostic: Diagnostic, catalogue: Catalogue, part: str) -> str:
    key = f"diagnostics.{diagnostic.name}.{part}"
    text = catalogue.text(key) if catalogue.has(key) else ""
    known = {name: value for name, value in diagnostic.facts.items() if value}
    text = _OPTIONAL.sub(lambda found: found[1] if set(_FACT.findall(found[1])) <= set(known) else "", text)
    return _FACT.sub(lambda found: known.get(found[1], "…"), text).strip()
