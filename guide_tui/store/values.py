"""Responses as text for keeping, and back, with their types."""

from __future__ import annotations

import json
from datetime import date

from guide_tui.model.case import Value


def encode(value: Value) -> tuple[str, str]:
    """The kind of the value (``text``, ``options``, ``day`` or ``number``) and its JSON, in ASCII."""
    if isinstance(value, str):
        return "text", json.dumps(value)
    if isinstance(value, tuple):
        return "options", json.dumps(value)
    if isinstance(value, date):
        return "day", json.dumps(value.isoformat())
    return "number", json.dumps(value)


def decode(kind: str, text: str) -> Value:
    """The value that ``encode`` turned into ``kind`` and ``text``.

    Raises:
        ValueError: No value is encoded so.
    """
    try:
        stored = json.loads(text)
    except RecursionError as error:
        raise ValueError("this is nested more deeply than any response") from error
    match kind, stored:
        case "text", str():
            return stored
        case "options", list() if all(isinstance(option, str) for option in stored):
            return tuple(stored)
        case "day", str():
            return date.fromisoformat(stored)
        case "number", int() if not isinstance(stored, bool):
            return stored
    raise ValueError(f"{text} is not a response of kind {kind}")
