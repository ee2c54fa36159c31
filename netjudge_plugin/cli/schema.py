"""`schema`: the fields of an entry as JSON Schema, for editors that complete and check while one writes."""

from __future__ import annotations

import click

from netjudge_plugin.cli.app import FINE
from netjudge_plugin.cli.console import say_exactly
from netjudge_plugin.cli.wording import Command, Problem, words_now
from netjudge_plugin.interop.judgement_json import written

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_KINDS = ("event", "person", "share")


@click.command("schema", cls=Command)
@click.argument("kind", default=_KINDS[0], metavar="[event|person|share]")
def schema(kind: str) -> int:
    """See the catalogue: `cli.commands.schema`."""
    from netjudge_plugin.reader import shares
    from netjudge_plugin.reader.schema import EventFields, PersonFields, json_schema

    if kind not in _KINDS:
        raise Problem(words_now().text("cli.usage.choice", name=kind, names=", ".join(_KINDS)))
    if kind == "share":
        say_exactly(written(shares.json_schema()))
        return FINE
    fields = EventFields if kind == "event" else PersonFields
    say_exactly(written({"$schema": _DIALECT, **json_schema(fields)}))
    return FINE
