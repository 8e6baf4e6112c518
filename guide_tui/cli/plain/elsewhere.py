"""Commands that belong to the start, told apart from answers and questions; and commands that lack a word."""

from __future__ import annotations

AT_THE_START = frozenset(
    [
        "checks",
        "carry on",
        "guide",
        "questions",
        "terms",
        "contacts",
        "new situation",
        "situations",
        "settings",
        "closed days",
        "where",
        "about",
        "previous",
    ]
)
"""Whole commands that only the start carries out."""

SETTINGS = ("nation", "centre", "closed")
"""What can be set."""

_LACKING = {
    "term": "Type term and the word, such as term LIV. At the start, terms lists them all.",
    "ask": "Type ask and your question, such as ask do we need approval.",
    "check": "Type check and the name of one. At the start, checks lists them all.",
    "set": "Type set nation, set centre or set closed, and what it is to be.",
    "set nation": "Type set nation and its name, such as set nation Wales; or set nation none.",
    "set centre": "Type set centre and its name; or set centre none.",
    "set closed": "Type set closed and the days, such as set closed 21 December 2026 to 1 January 2027.",
}


def lacking(words: str) -> str:
    """What to add to a command that was typed without what it needs; empty where nothing is missing."""
    return _LACKING.get(_bare(words), "")


def belongs_to_start(words: str) -> bool:
    """Whether the words are a command that only the start carries out: "settings", "set nation wales"."""
    bare = _bare(words)
    verb, _, rest = bare.partition(" ")
    return bare in AT_THE_START or (verb == "set" and rest.partition(" ")[0] in SETTINGS)


def _bare(words: str) -> str:
    return " ".join(words.casefold().rstrip(".!").split())
