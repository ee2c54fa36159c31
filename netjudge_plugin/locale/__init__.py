"""All words for people in one catalogue: `ja/*.toml` and `en/*.toml`, the same keys in both (a test holds it).

A key is `file.table.name`, such as `diagnostics.unknown-field.message`; `{names}` in a text are filled by the caller.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language ("ja" or "en"); `era` says that Japanese years are counted by era."""

    language: str
    texts: Mapping[str, str]
    era: bool = False

    def text(self, key: str, **facts: object) -> str:
        """The text of `key` with its facts filled in; a key that does not exist is a bug (KeyError)."""
        found = self.texts[key]
        return found.format_map(facts) if facts else found

    def has(self, key: str) -> bool:
        """Whether there is a text of that key."""
        return key in self.texts


@cache
def catalogue(language: str, *, era: bool = False) -> Catalogue:
    """The catalogue of a language, read once from the package's own files."""
    if era:
        return replace(catalogue(language), era=True)
    folder = resources.files(__name__) / language
    texts: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            texts.update(_flat(file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8"))))
    return Catalogue(language, texts)


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}.{key}", value)
        else:
            yield f"{prefix}.{key}", str(value)
