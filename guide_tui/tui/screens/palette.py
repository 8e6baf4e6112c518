"""Finding anything that can be done or read, by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from guide_tui.search.documents import DocumentKind
from guide_tui.search.index import Hit
from guide_tui.services.asking import kind_name
from guide_tui.services.late_index import Finder
from guide_tui.services.matching import Range, match
from guide_tui.tui.actions import about, bindings
from guide_tui.tui.offers import Offer
from guide_tui.tui.page import marked
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList

MOST_HITS = 12
MOST_LINES = 30
"""How many lines are listed; more take time to draw and nobody reads them."""

TYPING_PAUSE = 0.02
"""Seconds without a key before a search: a burst of keys costs one search."""

CONFIDENT, DOUBTFUL = 0.9, 0.5
"""What the score of a text counts beside that of an action, where the search is sure of its best text and where not."""

KEY_WIDTH = 9
"""Columns for the key of an action or the kind of a text."""

NAME_WIDTH = 15
"""Columns for the name of an action, and what stands behind it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is no action of a screen and no text, such as a look of the app."""

    id: str
    """What is given back where it is chosen."""

    kind: str
    """One word for what it is."""

    name: str
    about: str = ""


Chosen = Offer | str
"""What was chosen: an action, or the id of a text or thing."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list."""

    chosen: Chosen
    label: str
    """Its key, or what kind of text it is."""

    name: str
    about: str
    score: float = 0.0
    marks: tuple[Range, ...] = field(default=())

    @property
    def prompt(self) -> Content:
        """The line as it is drawn."""
        style = "bold $text-primary" if isinstance(self.chosen, Offer) else "$muted"
        # A long key keeps a space behind it.
        label = (f"{self.label:<{KEY_WIDTH - 1}} ", style)
        name = marked(self.name, self.marks, "", "bold underline")
        if not self.about:
            return Content.assemble(label, *name)
        room = " " * max(2, NAME_WIDTH - len(self.name))
        return Content.assemble(label, *name, room, (self.about, "$muted"))


class PaletteBox(Input):
    """The box in which the letters are typed."""

    # Input would take Enter for itself and hide it.
    BINDINGS = bindings("palette")


class PaletteScreen(ModalScreen[Chosen | None]):
    """One box over everything that can be done and read; gives what was chosen, or None.

    Args:
        offers: What can be done on the screen below.
        keys: Keys that are others than shipped, by action id.
        index: Finds texts and checks.
        checks: Every check to start, as titles by document id.
        things: What else can be chosen.
    """

    ABOUT_KEYS = (
        "Type a few letters of what you want to do or read, in any order. "
        "Enter does what is marked; Esc closes this and does nothing."
    )
    AUTO_FOCUS = "#palette-box"
    OPENED_BY = "app.palette"

    def __init__(
        self,
        offers: Sequence[Offer],
        keys: Mapping[str, str],
        index: Finder,
        checks: Mapping[str, str],
        things: Iterable[Thing] = (),
    ) -> None:
        super().__init__()
        self._index = index
        self._actions = [
            (_Line(offer, offer.shown, offer.action.name, about(offer.action, keys)), offer.action.also)
            for offer in sorted(offers, key=_usefulness)
            if not offer.action.moves and offer.action.id != "app.palette"
        ]
        check = kind_name(DocumentKind.CHECK)
        self._checks = [_Line(name, check, title, "") for name, title in checks.items()]
        self._named = [*self._actions, *((line, check) for line in self._checks)]
        self._named += [(_Line(thing.id, thing.kind, thing.name, thing.about), thing.kind) for thing in things]
        self._lines: list[_Line] = []
        self._found_for: str | None = None
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The box, and what it finds."""
        with Vertical(id="palette") as frame:
            frame.border_title = "What do you want to do?"
            yield PaletteBox(id="palette-box", placeholder="A few letters, such as: copy", max_length=200)
            yield MarkedList(id="palette-list", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """List what can be done here."""
        self.query_one("#palette-list").can_focus = False
        self._find()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as soon as the typing pauses."""
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(TYPING_PAUSE, self._find)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a line."""
        event.stop()
        self.dismiss(self._lines[event.option_index].chosen)

    def action_do(self) -> None:
        """Do or open what is marked, found for what stands in the box now."""
        self._find()
        place = self._list.highlighted
        if place is not None:
            self.dismiss(self._lines[place].chosen)

    def action_move(self, step: int) -> None:
        """Mark the next or the previous line."""
        self._find()
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Mark a line a page further."""
        if step > 0:
            self._list.action_page_down()  # type: ignore[no-untyped-call]
        else:
            self._list.action_page_up()  # type: ignore[no-untyped-call]

    @property
    def _list(self) -> OptionList:
        return self.query_one("#palette-list", OptionList)

    def _find(self) -> None:
        """Bring the list up to date with the box, if it is not."""
        typed = self.query_one("#palette-box", Input).value.strip()
        if typed == self._found_for:
            return
        self._found_for = typed
        self._lines = self._matching(typed) if typed else [line for line, _ in self._actions] + self._checks
        del self._lines[MOST_LINES:]
        listed = self._list
        listed.clear_options()
        if self._lines:
            listed.add_options([Option(line.prompt) for line in self._lines])
            listed.highlighted = 0
        else:
            listed.add_option(Option(Content.styled("Nothing of that name. Esc leads back.", "$muted"), disabled=True))

    def _matching(self, typed: str) -> list[_Line]:
        named = [
            replace(line, score=found.score, marks=found.marks)
            for line, also in self._named
            if (found := match(typed, line.name, f"{also} {line.about}"))
        ]
        answer = self._index.find(typed, MOST_HITS)
        weight = CONFIDENT if answer.confident else DOUBTFUL
        known = {line.chosen for line in named if isinstance(line.chosen, str)}
        hits = [_hit_line(hit, weight) for hit in answer.hits if hit.document.id not in known]
        # Of equals what can be done stands first: whoever opened this wants to do something.
        return sorted([*named, *hits], key=lambda line: -line.score)


def _usefulness(offer: Offer) -> tuple[bool, bool, int]:
    """What belongs to the screen stands before what belongs to the app, ways out last, and else what matters most."""
    return offer.action.id.startswith("app."), offer.leaves, offer.action.rank


def _hit_line(hit: Hit, weight: float) -> _Line:
    document = hit.document
    return _Line(document.id, kind_name(document.kind), document.title, "", hit.score * weight, hit.title_marks)
