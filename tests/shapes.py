"""The shape of JSON reports, as JSON Schema written short: every key there, and no other."""

from __future__ import annotations

TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
NUMBER = {"type": "integer", "minimum": 0}
YES = {"type": "boolean"}
VERDICT = {"enum": ["contact", "defer", "not_this_time"]}


def table(**properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def listing(items: object) -> dict[str, object]:
    return {"type": "array", "items": items}


def maybe(schema: object) -> dict[str, object]:
    return {"anyOf": [{"type": "null"}, schema]}
