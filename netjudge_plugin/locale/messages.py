"""What a diagnostic says, in words: what is wrong, and how to mend it. Command line and pages say the same.

A text that needs a fact has a simpler one beside it: `mend` for when there is none, `mend-nearest` for when there is
a `nearest`. So no message fails, and none has a hole in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netjudge_plugin.locale import Catalogue
    from netjudge_plugin.model.diagnostics import Diagnostic


class _Facts(dict[str, str]):
    """Facts of which some may be missing: those are left out of the text."""

    def __missing__(self, key: str) -> str:
        return ""


def message(diagnostic: Diagnostic, catalogue: Catalogue) -> tuple[str, str]:
    """What is wrong, and how to mend it."""
    facts = {name: _listed(name, value, catalogue) for name, value in diagnostic.facts.items() if value}
    facts |= _case(facts, catalogue)
    return (
        _text(f"diagnostics.{diagnostic.name}.message", facts, catalogue),
        _text(f"diagnostics.{diagnostic.name}.mend", facts, catalogue),
    )


def _listed(name: str, value: str, catalogue: Catalogue) -> str:
    """A fact as it is told: what has several lines is a list, and suggested words are quoted."""
    items = value.splitlines()
    if name == "suggestions":
        items = [catalogue.text("lists.quoted", text=item) for item in items]
    return catalogue.text("lists.between").join(items)


def _case(facts: Mapping[str, str], catalogue: Catalogue) -> dict[str, str]:
    """A state of the axes in words: the axes of `example` with their marks, and that of the `rest`."""
    example = facts.get("example", "")
    if "rest" in facts:
        key = "proof.but" if example else "proof.all"
        return {"case": catalogue.text(key, example=example, rest=facts["rest"])}
    return {"case": example} if example else {}


def _text(key: str, facts: Mapping[str, str], catalogue: Catalogue) -> str:
    """The text of the key, or the one made for a fact that is there."""
    fitting = (f"{key}-{name}" for name in sorted(facts))
    chosen = next((found for found in fitting if catalogue.has(found)), key)
    return catalogue.text(chosen).format_map(_Facts(facts))
