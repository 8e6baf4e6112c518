"""The outcome of a check in plain lines, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.menu import Entry
from guide_tui.cli.plain.result import ARROW, THEN, Result
from guide_tui.errors import GuideError
from guide_tui.model.case import Responses
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tree
from guide_tui.services.check import Conversation
from guide_tui.services.library_text import section_lines
from guide_tui.services.report import OtherWay, Report, Task, report_on
from guide_tui.services.report_text import MOST_OTHER_WAYS, other_way_words
from guide_tui.services.saving import save_report
from guide_tui.services.trying import trial, trial_lines
from guide_tui.services.wording import cited, joined


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
        self._all = True
        """Whether the outcome was read with what it means and what not to do."""

        self._conversation = conversation
        self._report: Report = report_on(desk.library, conversation)

    def tell(self, *, head: bool = False) -> None:
        """Say what came out, and what to do and not to do by when.

        Args:
            head: Whether to leave out what the verdict means and what not to do, for who heard it before.
        """
        result = self._result
        self._all = not head
        self._console.say("")
        result.tell_verdict()
        if not head:
            result.tell_meaning()
        result.tell_dates_and_tasks()
        if not head:
            result.tell_not_to_do()
        self._console.say("")
        if head:
            self._console.say("Type all to hear the rest.")

    @property
    def more(self) -> str:
        """What can be typed to hear more: "why, try, sources, or all"."""
        return joined([*self._result.more, "all"], "or")

    @property
    def _result(self) -> Result:
        return Result(self._desk.library, self._report, self._console)

    def _tell_all(self) -> None:
        result = self._result
        if not self._all:
            result.tell_meaning()
            result.tell_not_to_do()
        result.tell_rest()
        self._console.say("")

    def obey(self, words: str) -> bool:
        """Carry out a command that only an outcome knows; False where the words are none."""
        verb, _, rest = words.casefold().partition(" ")
        heard = {
            "again": self.tell,
            "why": self._result.tell_why,
            "why?": self._result.tell_why,
            "?": self._result.tell_why,
            "all": self._tell_all,
            "rest": self._tell_all,
        }
        optional = {
            "notes": (bool(self._report.notes), self._result.tell_notes),
            "contacts": (bool(self._report.contacts), self._result.tell_contacts),
        }
        if verb in heard and not rest:
            heard[verb]()
        elif verb in optional and not rest:
            something, say = optional[verb]
            if something:
                say()
            else:
                self._console.say(f"This outcome has no {verb}.")
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
