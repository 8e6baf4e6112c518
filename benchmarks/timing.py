"""How the measurements are taken and printed."""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable, Sequence

REPEATS = 7
SHORTEST = 0.02
"""Seconds that one repeat lasts at least, so that the clock's own steps do not count."""


def microseconds(call: Callable[[], object]) -> float:
    """The median time of one call, in microseconds, of seven repeats of as many calls as are needed to be sure."""
    number = 1
    while (spent := _spent(call, number)) < SHORTEST:
        number = max(number * 2, int(number * SHORTEST / max(spent, 1e-9)))
    return statistics.median(_spent(call, number) for _ in range(REPEATS)) / number * 1e6


def _spent(call: Callable[[], object], number: int) -> float:
    begin = time.perf_counter()
    for _ in range(number):
        call()
    return time.perf_counter() - begin


def machine() -> str:
    """What the numbers depend on, no more: cores and Python."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}"


def print_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns side by side, the first to the left and the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, ["-" * width for width in widths], *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells).rstrip())
    print()


def number(value: float) -> str:
    """Three digits that mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
