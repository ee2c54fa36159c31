"""What a field may hold: every scalar comes in as the string it was, and gets its type here, or a diagnostic's name.

`schema` makes tables of these.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from netjudge_plugin.reader.dates import DateError, read_date
from netjudge_plugin.reader.kana import is_kana
from netjudge_plugin.reader.names import usable
from netjudge_plugin.reader.romaji import valid_id

#: Choices: what the code calls it, and every way to write it (besides the id itself).
KINDS = {"event": ("交流会",), "study": ("勉強会",), "meeting": ("面談",), "call": ("電話",), "other": ("その他",)}
DIRECTIONS = {"out": ("こちらから",), "in": ("相手から",)}
DISTANCES = {"near": ("近い",), "steady": ("ほどよい",), "light": ("ゆるやか",), "annual": ("年に一度",)}
SHARES = {"team": ("事務所内",), "partners": ("事務所外",)}
FLAGS = {"true": ("はい", "yes"), "false": ("いいえ", "no")}
#: The versions of the examples' format.
FORMATS: dict[str, tuple[str, ...]] = {"1": ()}


def problem(name: str, **facts: str) -> PydanticCustomError:
    """What is wrong with a value, by the name of its diagnostic."""
    return PydanticCustomError(name, "see the catalogue", facts)


def _text(value: Any) -> str:  # noqa: ANN401 - whatever YAML held
    if not isinstance(value, str):
        raise problem("value-not-text")
    if not value.strip():
        raise problem("value-empty")
    return value


def _line(value: Any) -> str:  # noqa: ANN401
    return " ".join(_text(value).split("\n")).strip()


def _name(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not usable(line):
        raise problem("name-unusable")
    return line


def _date(value: Any) -> datetime.date:  # noqa: ANN401
    try:
        return read_date(_text(value))
    except DateError as error:
        raise problem(error.name, **({"hint": error.hint} if error.hint else {})) from None


def _reading(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not is_kana(line):
        raise problem("reading-not-kana")
    return line


def _id(value: Any) -> str:  # noqa: ANN401
    line = _line(value)
    if not valid_id(line):
        raise problem("invalid-id")
    return line


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    """A list; a single text stands for a list of one, and nothing for an empty one."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if not isinstance(value, list):
        raise problem("value-not-list")
    return value


def _strict_list(value: Any) -> list[Any]:  # noqa: ANN401
    if isinstance(value, str) and not value.strip():
        raise problem("value-empty")
    if not isinstance(value, list):
        raise problem("value-not-list")
    return value


def _impression(value: Any) -> Any:  # noqa: ANN401
    """A word, or a table of axes with their marks."""
    if isinstance(value, dict):
        return {key: _text(mark) for key, mark in value.items()}
    return _line(value)


def _table(value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise problem("value-not-table")
    return value


def chosen_of(known: dict[str, tuple[str, ...]]) -> BeforeValidator:
    """One of the choices, written in any of its ways."""
    meant = {way: choice for choice, ways in known.items() for way in (choice, *ways)}

    def chosen(value: Any) -> str:  # noqa: ANN401
        line = _line(value)
        if line.casefold() not in meant:
            raise problem("value-not-choice", choices="\n".join(meant))
        return meant[line.casefold()]

    return BeforeValidator(chosen, json_schema_input_type=str)


def _chosen_from(known: dict[str, tuple[str, ...]]) -> WithJsonSchema:
    return WithJsonSchema({"enum": [way for choice, ways in known.items() for way in (*ways, choice)]})


def _flag(value: Any) -> bool:  # noqa: ANN401
    line = _line(value).casefold()
    meant = {way: flag for flag, ways in FLAGS.items() for way in (flag, *ways)}
    if line not in meant:
        raise problem("value-not-choice", choices="\n".join(meant))
    return meant[line] == "true"


_STRING = WithJsonSchema({"type": "string"})
Line = Annotated[str, BeforeValidator(_line), _STRING]
Block = Annotated[str, BeforeValidator(_text), _STRING]
Name = Annotated[str, BeforeValidator(_name), _STRING]
Day = Annotated[datetime.date, BeforeValidator(_date), _STRING]
Kana = Annotated[str, BeforeValidator(_reading), _STRING]
Id = Annotated[
    str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$"})
]
Lines = Annotated[list[Line], BeforeValidator(_list)]
Impressions = Annotated[
    list[
        Annotated[
            str | dict[str, str],
            BeforeValidator(_impression),
            WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
        ]
    ],
    BeforeValidator(_list),
]
Flag = Annotated[bool, BeforeValidator(_flag), _chosen_from(FLAGS)]
Kind = Annotated[str, chosen_of(KINDS), _chosen_from(KINDS)]
Direction = Annotated[str, chosen_of(DIRECTIONS), _chosen_from(DIRECTIONS)]
Distance = Annotated[str, chosen_of(DISTANCES), _chosen_from(DISTANCES)]
Share = Annotated[str, chosen_of(SHARES), _chosen_from(SHARES)]
Format = Annotated[str, chosen_of(FORMATS), _chosen_from(FORMATS)]
#: For fields of tables: one table, and a list of them; for lists of single values: the list, or one value by itself.
TABLED, LISTED, LISTED_OR_ONE = BeforeValidator(_table), BeforeValidator(_strict_list), BeforeValidator(_list)
