"""A small library, and the app opened on it as a person sees it: keys in, rows of text out."""

from __future__ import annotations

import textwrap
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual.events import Paste
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from guide_tui.model.library import Library
from guide_tui.model.settings import Settings
from guide_tui.search.documents import documents
from guide_tui.search.index import Index
from guide_tui.services.clipboard import ClipboardProgram
from guide_tui.services.nation import NationKeeper
from guide_tui.services.opening import open_library
from guide_tui.store.cases import CaseStore
from guide_tui.store.settings import SettingsFile
from guide_tui.tui.app import GuideApp
from guide_tui.tui.page import PageView
from guide_tui.tui.widgets.board import Board
from guide_tui.tui.widgets.key_bar import KeyBar

TODAY = date(2026, 11, 5)
"""A Thursday, on which everything is judged."""

POOL: Mapping[str, str] = {
    "content/about.yaml": """\
        title: Pool guide
        summary: Helps clubs that want to use the swimming pool.
        disclaimer: The pool rules decide, not this guide.
        contacts:
          office: {name: The pool office, about: For anything about the pool., cite: rules/events}
        roles:
          club: The club
          coach: The coach
        """,
    "content/sources.yaml": """\
        rules:
          title: Rules of the swimming pool
          short: Pool rules
          publisher: The town
          edition: 3, May 2026
          sections:
            events: Events
            notice: How early to ask
            keys: Keys
        board:
          title: The notice board
          short: Notice board
          publisher: The town
          edition: undated
          note: The board carries no date.
          sections:
            prices: Prices
        """,
    "content/facts.yaml": """\
        notice-time: {period: 6 weeks, words: six weeks, about: How early to ask., cite: rules/notice}
        """,
    "content/glossary.yaml": """\
        lifeguard:
          term: Lifeguard
          forms: [LG]
          meaning: Somebody who **watches** the water.
          caution: A coach is none.
          cite: rules/events
        permit:
          term: Permit
          meaning: Leave to use the pool, given by the [office](guide:rules/notice).
          cite: [rules/notice, rules/events]
        """,
    "content/synonyms.yaml": """\
        groups:
          - [race, gala]
        """,
    "content/faq/when.md": """\
        ---
        question: How early must we ask for the pool?
        also: [deadline for asking]
        cite: [rules/notice, board/prices]
        check: swim
        ---
        At least {notice-time} before. You get a [permit](term:permit).

        - Ask early.
        - Ask again after that. A request that is longer than one line of a narrow terminal hangs under its first word.
        """,
    "content/faq/price.md": """\
        ---
        question: What does a lane cost?
        also: [prices]
        cite: board/prices
        ---
        Ten pounds.
        """,
    "content/guide/using.md": """\
        ---
        title: Using the pool
        source: rules
        ---
        ## Events {#events}

        Races need [lifeguards](term:lifeguard). Then [check it](check:swim).

        ## How early to ask {#notice}

        Six weeks.
        """,
    "content/guide/keys.md": """\
        ---
        title: Keys of the pool
        source: rules
        ---
        ## Keys {#keys}

        The office keeps the keys.
        """,
    "decision_trees/questions.yaml": """\
        event:
          ask: What do you plan?
          short: Plan
          why: Races have **their own** rules.
          cite: rules/events
          kind: one
          options:
            race: {label: A race, also: [two clubs], hint: somebody wins, because: A race is public.}
            lesson: {label: A swimming lesson, also: [teaching]}
            party: {label: A party in the water}
            not-sure: {label: I do not know yet, unsure: true}
        first-day:
          ask: On which day is it?
          short: First day
          why: The office needs {notice-time}.
          cite: rules/notice
          kind: date
          options:
            not-sure: {label: I don't know, also: [no day yet], unsure: true}
        """,
    "decision_trees/swim.yaml": """\
        id: swim
        title: May we use the pool?
        about: Works out whether you need a permit.
        also: [book the pool]
        start: event
        questions:
          event:
            next: {race: judges, lesson: approved, party: guests, not-sure: find-out}
          guests:
            ask: How many people come?
            short: People
            why: The pool holds 60.
            cite: rules/events
            kind: number
            least: 1
            most: 500
            options:
              not-sure: {label: I cannot say, unsure: true}
            next:
              - when: {guests: {at-most: 60}}
                go: free
              - when: {guests: not-sure}
                go: find-out
              - else: too-many
          judges:
            ask: Who will judge?
            short: Judges
            why: Somebody has to take the time.
            cite: rules/events
            kind: many
            least: 1
            options:
              clock: {label: People at the clock, also: [timekeepers]}
              lanes: {label: People at the lanes}
              water: {label: Lifeguards}
              nobody: {label: Nobody at all, alone: true}
            next:
              - when: {judges: clock}
                go: first-day
              - else: unwatched
          approved:
            ask: Is the coach approved?
            short: Coach approved
            why: Only approved coaches teach.
            cite: rules/events
            kind: yes-no
            options:
              "yes": {label: "Yes"}
              "no": {label: "No", also: [not approved yet], because: Approval is needed.}
              not-sure: {label: I am not sure, unsure: true}
            next: coach
          coach:
            ask: Who is the coach?
            short: Coach
            why: The office asks for the name.
            cite: rules/events
            kind: text
            next: first-day
          first-day:
            next: permit
        outcomes:
          free:
            verdict: "No permit needed: the party is small"
            tone: fine
            says: Enjoy it.
            cite: rules/events
            then: [keys]
          permit:
            verdict: "Permit needed: ask the office first"
            tone: approval-needed
            says: |-
              A public event needs a [permit](term:permit).

              - who comes
              - what is swum
            cite: [rules/events, rules/notice]
            notes:
              - when: {approved: ["no", not-sure]}
                tone: stop
                say: The coach must be approved first.
                cite: rules/events
              - say: The office is closed on Mondays.
                cite: board/prices
            actions:
              - do: Send the form.
                who: club
                by:
                  - {before: first-day, period: notice-time}
                  - {before: first-day}
                cite: rules/notice
            avoid:
              - say: Do not sell tickets yet.
                cite: rules/events
            contact: office
            then: [keys, lockers]
          too-many:
            verdict: "Stop: the pool holds 60 people"
            tone: stop
            says: Find a lake.
            cite: rules/events
            contact: office
          unwatched:
            verdict: "Not settled: the rules do not say who takes the time"
            tone: unclear
            says: Ask before you plan.
            cite: rules/events
            contact: office
          find-out:
            verdict: "Not settled yet: one fact is missing"
            tone: elsewhere
            says: Find it out.
            cite: rules/events
            contact: office
        """,
    "decision_trees/keys.yaml": """\
        id: keys
        title: Who gets a key?
        about: Works out who opens the door.
        start: event
        questions:
          event:
            next: {race: first-day, else: hours}
          hours:
            ask: When do you come?
            short: Hours
            why: The office closes at six.
            cite: rules/keys
            kind: many
            options:
              morning: {label: In the morning}
              evening: {label: In the evening}
            next:
              - when: {hours: evening}
                go: own-key
              - else: office-opens
          first-day:
            next: own-key
        outcomes:
          own-key:
            verdict: You get a key
            tone: fine
            says: Fetch it.
            cite: rules/keys
          office-opens:
            verdict: The office opens
            tone: fine
            says: No key is needed.
            cite: rules/keys
        """,
    "decision_trees/lockers.yaml": """\
        id: lockers
        title: How many lockers?
        about: Works out the number of lockers.
        start: size
        questions:
          size:
            ask: How large is the group?
            short: Group
            why: There are 40 lockers.
            cite: rules/keys
            kind: one
            options:
              small: {label: Small}
              large: {label: Large}
            next: {small: enough, large: too-few}
        outcomes:
          enough: {verdict: Enough lockers, tone: fine, says: Take them., cite: rules/keys}
          too-few: {verdict: Too few lockers, tone: stop, says: Bring bags., cite: rules/keys}
        """,
}
"""Every file of the small library."""


def write_library(root: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the small library under ``root``, with files replaced, added or (None) left out."""
    for name, text in {**POOL, **(changes or {})}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8", newline="")
    return root


def read_library(root: Path) -> tuple[Library, Index]:
    """A library from disk, with the index over it."""
    library = open_library(root)
    return library, Index(documents(library), library.synonyms)


@dataclass
class Stage:
    """The app as it stands, and a person at its keyboard."""

    app: GuideApp
    pilot: Pilot[Any]

    async def press(self, *keys: str) -> None:
        """Press keys one after another and let the app come to rest."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str, *then: str) -> None:
        """Type words into the box, then press keys. The words arrive in one burst, after their first letter."""
        await self.pilot.press(words[0])
        self.box.post_message(Paste(words[1:]))
        await self.pilot.press(*then)
        await self.pilot.pause()

    async def search(self, words: str) -> None:
        """Type a query on the home screen and wait for what it finds."""
        await self.type(words)
        await self.pilot.pause(0.05)

    async def click_row(self, words: str) -> None:
        """Click where the words stand on the screen."""
        for y, row in enumerate(self.rows):
            x = row.find(words)
            if x >= 0:
                await self.pilot.click(offset=(x + 1, y))
                await self.pilot.pause()
                return
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        await self.pilot.pause()

    @property
    def strips(self) -> list[list[Segment]]:
        """The screen as it is drawn, row by row, as runs of one style."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def rows(self) -> list[str]:
        """The screen as it is read, row by row."""
        return ["".join(segment.text for segment in strip) for strip in self.strips]

    @property
    def text(self) -> str:
        """The screen as it is read."""
        return "\n".join(row.rstrip() for row in self.rows)

    @property
    def where(self) -> str:
        """The screen that is open, by the name of its class."""
        return type(self.app.screen).__name__

    def page(self, name: str) -> str:
        """What stands on a page, whole, with every run of white space as one space."""
        return " ".join(self.app.screen.query_one(f"#{name}", PageView).plain.split())

    @property
    def said(self) -> str:
        """What the check says above the answer box."""
        return " ".join(str(self.get("#said").render()).split())

    @property
    def masthead(self) -> str:
        """The first line."""
        return str(self.get("#masthead").render())

    @property
    def lines(self) -> list[str]:
        """The lines of the list or the board on the screen, each unwrapped."""
        for board in self.app.screen.query(Board):
            return board.plain
        listed = self.app.screen.query_one(OptionList)
        return [" ".join(str(option.prompt).split()) for option in listed.options]

    @property
    def marked(self) -> str:
        """The line that Enter would take."""
        for board in self.app.screen.query(Board):
            return board.marked.plain if board.marked else ""
        listed = self.app.screen.query_one(OptionList)
        return self.lines[listed.highlighted] if listed.highlighted is not None else ""

    @property
    def help(self) -> str:
        """All of the open help, with every run of white space as one space."""
        return " ".join(self.lines)

    @property
    def keys(self) -> str:
        """The bottom line."""
        return str(self.app.screen.query_one(KeyBar).render()).strip()

    @property
    def box(self) -> Input:
        """The box that words are typed into."""
        return self.app.screen.query_one(Input)

    @property
    def told(self) -> list[str]:
        """The notifications, the oldest first."""
        return [note.message for note in self.app._notifications]

    @property
    def kept(self) -> dict[str, Any]:
        """The responses in the store."""
        return dict(self.app.keeper.responses())

    def get(self, selector: str) -> Widget:
        """A widget of the screen."""
        return self.app.screen.query_one(selector)


@asynccontextmanager
async def opened(
    library: Library,
    index: Index,
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    store: CaseStore | None = None,
    today: date = TODAY,
    settings: SettingsFile | None = None,
    clipboard: Sequence[ClipboardProgram] = (),
) -> AsyncIterator[Stage]:
    """The app on a library. Answers are kept in ``folder``/data, outcomes saved in ``folder``/saved.

    Without settings, they are those of somebody who has read the page of the first start, and are kept nowhere.
    """
    (folder / "saved").mkdir(parents=True, exist_ok=True)
    store = store or CaseStore.open(folder / "data", lambda: datetime(2026, 11, 5, 9, tzinfo=UTC))
    with store:
        settings = settings or SettingsFile(None, Settings(welcome_seen=True))
        keeper = NationKeeper(store, settings)
        app = GuideApp(library, index, keeper, today, folder / "saved", {}, settings, folder / "data", clipboard)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Stage(app, pilot)
