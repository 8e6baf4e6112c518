"""Everyday words. One that a library does not have is another word, not one of the library's misspelt."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def everyday_words() -> frozenset[str]:
    """The words of ``everyday.txt``, in small letters; none where the file is missing."""
    try:
        text = Path(__file__).with_name("everyday.txt").read_text("ascii")
    except (OSError, ValueError):
        return frozenset()
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
