"""Days on which a centre is closed, as a person types and reads them."""

from __future__ import annotations

import re
from datetime import date

from guide_tui.model.characters import FORBIDDEN
from guide_tui.model.settings import LONGEST as LONGEST_REASON
from guide_tui.services.closed_days import LONGEST, Closure, too_long
from guide_tui.services.when import Unclear, read_day, written

EXAMPLE = "21 December 2026 to 1 January 2027: Christmas"
"""What can be typed."""

_BETWEEN = re.compile(r"\s+(?:to|until|till|through|[-\u2013\u2014])\s+", re.IGNORECASE)


def read_closure(words: str, today: date) -> Closure | str:
    """The closed days that a person typed, or what to tell them: "21 December 2026 to 1 January 2027: Christmas".

    Args:
        words: A day, or two with "to" between them; after a colon why the centre is closed, if wanted.
        today: What years are near to.
    """
    days, _, why = words.partition(":")
    why = " ".join(why.split())
    if FORBIDDEN.search(why) or len(why) > LONGEST_REASON:
        return f"The reason is too long, or holds characters that cannot be shown. Type it like: {EXAMPLE}"
    found = []
    for part in _BETWEEN.split(days.strip(), maxsplit=1):
        day = read_day(part, today)
        if isinstance(day, Unclear):
            return day.message
        found.append(day.day)
    closure = Closure(found[0], found[-1], why)
    if closure.last < closure.first:
        return f"{written(closure.last)} comes before {written(closure.first)}. Type the first day first."
    if too_long(closure):
        return f"That is more than {LONGEST} days. Is the year right?"
    return closure


def closure_words(closure: Closure) -> str:
    """Closed days without their reason: "21 December 2026 to 1 January 2027"."""
    if closure.first == closure.last:
        return written(closure.first)
    return f"{written(closure.first)} to {written(closure.last)}"
