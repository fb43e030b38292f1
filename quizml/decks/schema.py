"""The JSON Schema of the deck format, made from the table that the loader reads."""

import json
from typing import Any

from quizml.decks.fields import CARDS, DECK
from quizml.model.heads import Kind
from quizml.model.text import Language


def _text() -> dict[str, Any]:
    one = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
    said = {
        "type": "object",
        "properties": {language.value: one for language in Language},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"description": "one string for both languages, or {en: …, zh: …}", "anyOf": [one, said]}


def _card() -> dict[str, Any]:
    def when(kind: Kind) -> dict[str, Any]:
        named = {"properties": {"type": {"const": kind.value}}}
        if kind is not Kind.BASIC:
            named["required"] = ["type"]  # type: ignore[assignment]
        return {"if": named, "then": {"$ref": f"#/$defs/{kind.value}"}}

    kinds = {"properties": {"type": {"enum": [kind.value for kind in Kind]}}}
    return {"type": "object", **kinds, "allOf": [when(kind) for kind in Kind]}


def schema() -> dict[str, Any]:
    """The whole schema (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "quizml deck",
        **DECK.schema(),
        "$defs": {
            "text": _text(),
            "card": _card(),
            **{kind.value: record.schema() for kind, record in CARDS.items()},
        },
    }


def as_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
