"""The outcome of a check in plain lines, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.menu import Entry
from guide_tui.errors import GuideError
from guide_tui.model.case import Responses
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tree
from guide_tui.services.check import Conversation
from guide_tui.services.library_text import section_lines
from guide_tui.services.report import OtherWay, Report, Task, report_on
from guide_tui.services.report_text import MOST_OTHER_WAYS, other_way_words, report_lines, timeline_words
from guide_tui.services.saving import save_report
from guide_tui.services.trying import trial, trial_lines
from guide_tui.services.wording import cited

ARROW, THEN = "→", "then:"
"""What leads to what, for who sees it and for who hears it."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A thing to do that was noted as done, or as not done after all."""

    task: Task
    """The thing as it was before."""

    responses: Responses
    """The answers that stood then: undo comes back to it when what was done to them later has been taken back."""


class AfterOutcome:
    """An outcome that has been reached.

    Args:
        desk: The library and the answers.
        conversation: A check whose position is an outcome.
        go_on: Called with the check that the person wants to go on with.
        ticks: What was ticked in this check before; what is ticked now is added.
    """

    def __init__(
        self, desk: Desk, conversation: Conversation, go_on: Callable[[Tree], None], ticks: list[Ticked]
    ) -> None:
        self._desk = desk
        self._console = desk.console
        self._go_on = go_on
        self._ticks = ticks
        self._conversation = conversation
        self._report: Report = report_on(desk.library, conversation)

    def tell(self) -> None:
        """Say the whole outcome, and at its end what it comes down to."""
        told = self._report
        self._console.say("")
        self._console.lines(report_lines(self._desk.library, told, self._console.width, commands=False))
        # The beginning has scrolled out of sight by now.
        self._console.say("")
        self._console.say(f"In short: {told.headline}.")
        if told.key_dates:
            for line in timeline_words(told):
                self._console.say(line)
        self._console.say("")

    @property
    def can_go_on(self) -> bool:
        """Whether there are checks to go on with."""
        return bool(self._report.then)

    def obey(self, words: str) -> bool:
        """Carry out a command that only an outcome knows; False where the words are none."""
        verb, _, rest = words.casefold().partition(" ")
        if verb == "again" and not rest:
            self.tell()
        elif verb == "next":
            self._offer_next(rest)
        elif verb in ("sources", "read"):
            self._offer_sources(rest)
        elif verb == "done":
            self._offer_tasks(rest)
        elif verb == "try":
            self._offer_ways(rest)
        elif verb == "undo" and not rest and self._ticks and self._ticks[-1].responses == self._conversation.responses:
            self._undo_tick()
        elif verb == "save" and not rest:
            self._save()
        else:
            return False
        return True

    def _offer_next(self, which: str) -> None:
        entries = [Entry(f"{tree.title} {tree.about}", partial(self._go_on, tree)) for tree in self._report.then]
        things, one = "checks to go on with", "check to go on with"
        self._desk.menu.offer(things, entries, "Type a number to start one.", which, one)

    def _offer_sources(self, which: str) -> None:
        library, citations = self._desk.library, self._report.citations
        entries = [Entry(cited(library, [citation]), partial(self._read, citation)) for citation in citations]
        self._desk.menu.offer("sources", entries, "Type a number to read one.", which)

    def _offer_tasks(self, which: str) -> None:
        then = "Type a number to note that it is done, or not done after all."
        self._desk.menu.offer("things to do", self._task_entries(), then, which, "thing to do")

    def _task_entries(self) -> list[Entry]:
        return [
            Entry(f"{'Done: ' if task.done else ''}{task.what}", partial(self._tick, task))
            for task in self._report.tasks
        ]

    def _tick(self, task: Task) -> None:
        self._ticks.append(Ticked(task, self._conversation.responses))
        self._mark(task, done=not task.done)
        self._console.say(f"{'Not done after all' if task.done else 'Noted as done'}: {task.what}.")
        # The list was made before; picking from it again must know what is done now.
        self._desk.menu.keep(self._task_entries())

    def _undo_tick(self) -> None:
        task = self._ticks.pop().task
        self._mark(task, done=task.done)
        self._desk.menu.forget()
        self._console.say(f"Undone: {task.what} is {'done' if task.done else 'not done'} again.")

    def _mark(self, task: Task, *, done: bool) -> None:
        self._conversation.tick(task.key, done=done)
        self._report = report_on(self._desk.library, self._conversation)

    def _offer_ways(self, which: str) -> None:
        ways = self._report.other_ways[:MOST_OTHER_WAYS]
        entries = [
            Entry(other_way_words(way).replace(f" {ARROW}", f", {THEN}"), partial(self._try, way)) for way in ways
        ]
        then = "Type a number to hear what would come out. Nothing is changed by it."
        self._desk.menu.offer("answers that would change this", entries, then, which, "answer that would change this")

    def _try(self, way: OtherWay) -> None:
        tried = trial(self._desk.library, self._conversation, self._report, way)
        room = self._console.width - len(THEN) + 1
        self._console.lines(line.replace(ARROW, THEN) for line in trial_lines(tried, room))

    def _read(self, citation: Citation) -> None:
        section = self._desk.library.section(citation)
        if section is None:
            self._console.say(f"The guide has no text of its own on {cited(self._desk.library, [citation])}.")
        else:
            self._console.lines(section_lines(self._desk.library, section, self._console.width))

    def _save(self) -> None:
        try:
            centre = self._desk.settings.settings.centre
            path = save_report(self._desk.library, self._report, self._desk.save_folder, centre)
        except GuideError as error:
            self._console.say(str(error))
        else:
            self._console.say(f"Saved as {path}")
