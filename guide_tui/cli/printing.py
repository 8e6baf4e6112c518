"""Printing: data to stdout, messages to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    sys.stdout.write("".join(line.rstrip() + "\n" for line in lines))


def print_json(value: Any, *, compact: bool = False) -> None:
    """Print a value as JSON: indented, or on one line."""
    text = json.dumps(value, ensure_ascii=False, indent=None if compact else 2)
    sys.stdout.write(text + "\n")


def tell(message: str) -> None:
    """Say something to the person that is not data."""
    print(message, file=sys.stderr)
