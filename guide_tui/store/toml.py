"""Writing TOML, as far as settings need it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any


def toml_value(value: object) -> str:
    """A value that ``tomllib`` read, as TOML writes it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + re.sub(r'["\\\x00-\x1f\x7f]', _escaped, value) + '"'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, date | time):
        return value.isoformat()
    # Numbers: Python and TOML write them alike, infinity and "not a number" included.
    return repr(value)


def toml_key(name: str) -> str:
    """A key, in quotes where it needs them."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_value(name)


def toml_table(name: str, table: Mapping[str, Any]) -> str:
    """A table with its heading, a line for each key."""
    return f"[{toml_key(name)}]\n" + "".join(f"{toml_key(key)} = {toml_value(each)}\n" for key, each in table.items())


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '"\\' else f"\\u{ord(match[0]):04X}"
