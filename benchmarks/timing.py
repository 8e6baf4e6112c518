"""How the measurements are taken and printed."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence

ROUNDS = 9
SHORTEST = 0.01
"""Seconds that one round of a call lasts at least, so that the clock's own steps do not count."""

Calls = Mapping[str, Callable[[], object]]


def microseconds(calls: Calls) -> dict[str, float]:
    """The time of one call of each, in microseconds: the best of some rounds.

    Every round measures all of them, so that a busy moment of the machine falls on all alike.
    """
    numbers = {name: _enough(call) for name, call in calls.items()}
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(ROUNDS):
        for name, call in calls.items():
            best[name] = min(best[name], _spent(call, numbers[name]) / numbers[name] * 1e6)
    return best


def _enough(call: Callable[[], object]) -> int:
    number = 1
    while (spent := _spent(call, number)) < SHORTEST:
        number = max(number * 2, int(number * SHORTEST / max(spent, 1e-9)))
    return number


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
