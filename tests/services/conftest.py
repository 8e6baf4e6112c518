"""The small library of ``tests/cases/library``, and conversations about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from guide_tui.model.case import Value
from guide_tui.model.library import Library
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.opening import open_library
from guide_tui.services.report import Report, report

TODAY = date(2026, 6, 1)
"""A Monday."""

ROOT = Path(__file__).parents[1] / "cases" / "library"


@pytest.fixture(scope="session")
def hall() -> Library:
    """The rules of a village hall: trees ``hire`` and ``keys``, which share the question ``event``."""
    return open_library(ROOT)


@pytest.fixture
def converse(hall: Library) -> Callable[..., Conversation]:
    """Begins a conversation on the tree ``hire`` with responses told before."""

    def begin(told: Mapping[str, Value] | None = None, today: date = TODAY, tree: str = "hire") -> Conversation:
        return Conversation(hall.trees[tree], MemoryKeeper(told), today)

    return begin


@pytest.fixture
def report_on(hall: Library, converse: Callable[..., Conversation]) -> Callable[..., Report]:
    """The report on responses that reach an outcome."""

    def make(told: Mapping[str, Value], today: date = TODAY, tree: str = "hire") -> Report:
        talk = converse(told, today, tree)
        return report(hall, talk.position, talk.space, talk.responses)

    return make
