"""Trying what would change an outcome, beside the outcome as it is. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from guide_tui.model.library import Library
from guide_tui.services.check import Conversation
from guide_tui.services.layout import WIDTH, bullets, paragraph
from guide_tui.services.report import OtherWay, Report, Task, report
from guide_tui.services.report_text import other_way_words, timeline_words, who_and_when
from guide_tui.services.wording import TONES, worded
from guide_tui.trees.replay import resolve


@dataclass(frozen=True, slots=True)
class Trial:
    """An outcome as it is, and as it would be with other answers."""

    way: OtherWay
    now: Report
    then: Report

    before: tuple[tuple[str, str], ...]
    """The answers that would differ as they are: question as a noun phrase, answer in words."""

    @property
    def fallen_away(self) -> frozenset[str]:
        """The keys of the actions that would no longer be needed."""
        return _apart(self.now, self.then)

    @property
    def new(self) -> frozenset[str]:
        """The keys of the actions that would be needed besides."""
        return _apart(self.then, self.now)

    @property
    def moved(self) -> frozenset[str]:
        """The keys of the actions that would be due on another day."""
        days = {_same(task): _days(task) for task in self.now.tasks}
        return frozenset(task.key for task in self.then.tasks if days.get(_same(task), _days(task)) != _days(task))


def trial(library: Library, conversation: Conversation, now: Report, way: OtherWay) -> Trial:
    """Try another way.

    Args:
        library: What is asked and cited.
        conversation: One that has reached an outcome; it stays as it is.
        now: Its report.
        way: One of the report's other ways.
    """
    tree, space = conversation.tree, conversation.space
    responses = {**conversation.responses, **way.assumed, **way.values}
    then = report(
        library, resolve(tree, responses, conversation.today), space, responses, conversation.closures, ways=False
    )
    held = conversation.responses
    before = tuple((tree.questions[name].short, worded(tree.questions[name], held[name])) for name in way.values)
    return Trial(way, now, then, before)


def trial_lines(tried: Trial, width: int = WIDTH) -> list[str]:
    """A trial as plain lines: what would have to differ, the outcome then, its days, and which actions change."""
    lines = paragraph(f"Now: {TONES[tried.now.tone]}. {tried.now.headline}.", width)
    lines += paragraph(f"Tried: {other_way_words(tried.way)}", width)
    lines += paragraph(f"Then: {TONES[tried.then.tone]}. {tried.then.headline}.", width)
    parts = [
        ("Days then:", timeline_words(tried.then) if tried.then.key_dates else []),
        ("To do besides:", _tasks(tried.then, tried.new)),
        ("Due on another day:", _tasks(tried.then, tried.moved)),
        ("No longer to do:", _tasks(tried.now, tried.fallen_away)),
    ]
    for title, texts in parts:
        if texts:
            lines += ["", title, *bullets(texts, width)]
    return [*lines, "", *paragraph("Nothing is changed.", width)]


def _tasks(told: Report, keys: frozenset[str]) -> list[str]:
    return [f"{task.what}: {who_and_when(task)}." for task in told.tasks if task.key in keys]


def _apart(told: Report, other: Report) -> frozenset[str]:
    """The keys of the actions of one outcome that the other has not."""
    held = {_same(task) for task in other.tasks}
    return frozenset(task.key for task in told.tasks if _same(task) not in held)


def _same(task: Task) -> str:
    """What two actions have in common that are one to a person: they say the same."""
    return task.what.casefold()


def _days(task: Task) -> list[str]:
    return [deadline.words for deadline in task.deadlines]
