"""Everything that can be done in the app: one list that feeds the keys, the footer, the help and the palette.

A screen takes its bindings from here (``BINDINGS = bindings("check")``) and implements ``action_<does>``. The id of an
action is what a person's settings name when they give it another key, so ids stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do."""

    id: str
    """Where it belongs and what it is, such as "check.why". Never changes: settings name it."""

    does: str
    """The Textual action, such as "why" for the method ``action_why``."""

    name: str
    """One or two words for the footer."""

    about: str
    """A sentence for the help and the palette: what happens."""

    keys: str
    """Its keys as shipped, separated by commas, as Textual names them."""

    footer: bool = True
    """Whether the footer shows it; the help and the palette show every action."""

    shown_as: str | None = None
    """How the footer writes its key, where that is not plain from the key."""

    priority: bool = False
    """Whether it comes before what the focused widget does with the key."""


ACTIONS: dict[str, tuple[Action, ...]] = {
    "app": (
        Action("app.help", "help", "Help", "What the keys do on this screen", "f1"),
        Action("app.light", "light", "Light/dark", "Change between light and dark colours", "f10", footer=False),
        Action("app.quit", "quit", "Quit", "Leave the app; every answer is kept", "ctrl+q", priority=True),
    ),
    "home": (
        Action("home.read-on", "scroll_preview(1)", "Read on", "Scroll the answer", "pagedown"),
        Action("home.read-back", "scroll_preview(-1)", "Back", "Scroll the answer back", "pageup", footer=False),
        Action(
            "home.new-situation",
            "new_situation",
            "New situation",
            "Start with no answers; those of before stay stored",
            "f7",
        ),
        Action("home.clear", "clear", "Clear", "Empty the ask box", "escape"),
    ),
    # In the ask box: Input hides its own Enter from the footer.
    "ask": (
        Action("ask.open", "submit", "Open", "Open the selected line; a check starts", "enter"),
        Action("ask.down", "screen.move(1)", "Choose", "Go to another line of the list", "down", shown_as="↑↓"),
        Action("ask.up", "screen.move(-1)", "Choose", "Go to another line of the list", "up", footer=False),
    ),
    "check": (
        Action(
            "check.leave", "leave", "Leave", "Back to the home screen, or out of a change; answers are kept", "escape"
        ),
        Action("check.why", "why", "Why", "Why this is asked, and the passage it rests on; ? does the same", "f2"),
        Action(
            "check.standing",
            "standing",
            "Possible",
            "Which outcomes are still possible, and what ruled out the others",
            "f3",
        ),
        Action("check.back", "back", "Back", "Take the last answer back", "f4"),
        Action("check.change", "change", "Change", "Change one of your answers", "f5"),
        Action(
            "check.restart",
            "restart",
            "Restart",
            "Begin this check again; F8 brings the answers back",
            "f6",
            footer=False,
        ),
        Action("check.undo", "undo", "Undo", "Take back what you did last", "f8", footer=False),
        Action("check.sources", "sources", "Sources", "Read the passages that the outcome rests on", "f2"),
        Action("check.next", "next", "Next", "What to check next", "f7"),
        Action("check.save", "save", "Save", "Write the outcome to a text file", "f9"),
    ),
    # In the answer box, which takes the keys itself: this shows them.
    "answer": (Action("answer.choose", "choose", "Pick", "Go to an answer; Enter picks it", "down,up", shown_as="↑↓"),),
    "reader": (
        Action("reader.back", "app.pop_screen", "Back", "Back to where you came from", "escape,b"),
        Action(
            "reader.work-out",
            "work_out",
            "Work it out",
            "Start the check that works this out for your case",
            "enter",
        ),
        Action("reader.next", "leaf(1)", "Next section", "The next section of the chapter", "n,right"),
        Action("reader.previous", "leaf(-1)", "Previous", "The previous section of the chapter", "p,left"),
        Action("reader.down", "scroll(1)", "Scroll", "Scroll down; Up and Page keys too", "down,j", footer=False),
        Action("reader.up", "scroll(-1)", "Scroll up", "Scroll up", "up,k", footer=False),
    ),
    "help": (Action("help.close", "dismiss", "Close", "Close the help", "escape,f1,enter,q"),),
    "sheet": (Action("sheet.close", "dismiss", "Close", "Close the sheet", "escape,enter,f2,f3,question_mark"),),
    "chooser": (
        Action("chooser.cancel", "dismiss", "Cancel", "Choose nothing", "escape"),
        Action("chooser.pick", "pick", "Choose", "Choose what is marked", "enter"),
    ),
}
"""Every action by the place it belongs to: the app, a screen, or a box on a screen."""


def bindings(place: str) -> list[BindingType]:
    """The bindings of a place, in the order in which they are listed."""
    return [
        Binding(
            action.keys,
            action.does,
            action.name,
            show=action.footer,
            key_display=action.shown_as,
            priority=action.priority,
            tooltip=action.about,
            id=action.id,
        )
        for action in ACTIONS[place]
    ]
