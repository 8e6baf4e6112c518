"""Everything that can be done in the app: one list that feeds the keys, the footer, the help and the palette.

A screen takes its bindings from here (``BINDINGS = bindings("check")``) and implements ``action_<does>``. The id of an
action is what a person's settings name when they give it another key, so ids stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from guide_tui.tui.keys import keys_name


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do."""

    id: str
    """Where it belongs and what it is, such as "check.why". Never changes: settings name it."""

    does: str
    """The Textual action, such as "why" for the method ``action_why``; "{key}" in it stands for the key pressed."""

    name: str
    """One or two words for the footer."""

    about: str
    """A sentence for the help and the palette: what happens. "{check.undo}" stands for the keys of that action."""

    keys: str
    """Its keys as shipped, separated by commas, as Textual names them."""

    footer: bool = True
    """Whether the footer shows it where there is room; the help and the palette show every action."""

    rank: int = 1
    """Which go first where the footer has no room: those of the highest rank."""

    shown_as: str | None = None
    """How its keys are written, where that is not plain from them."""

    priority: bool = False
    """Whether it comes before what the focused widget does with the key, and also over sheets and lists."""

    during: str = ""
    """The state of its screen in which it is offered; actions of two states may share a key."""

    moves: bool = False
    """Whether it only moves about, which the palette need not offer."""

    fixed: bool = False
    """Whether its keys cannot be changed."""

    also: str = ""
    """More words that a person might look for it with."""


NUMBERS = "1,2,3,4,5,6,7,8,9"

ACTIONS: dict[str, tuple[Action, ...]] = {
    "app": (
        Action(
            "app.palette",
            "palette",
            "Find action",
            "Find anything that can be done or read here, by typing a few letters of it",
            "ctrl+p",
            rank=4,
            priority=True,
            also="command menu search",
        ),
        Action(
            "app.help",
            "help",
            "Help",
            "What this screen is for, and everything that can be done here",
            "f1",
            priority=True,
            also="keys about",
        ),
        Action(
            "app.look",
            "look",
            "Look",
            "The next of the four looks: dark, light, high contrast, projector",
            "f10",
            footer=False,
            also="colours theme light dark",
        ),
        Action(
            "app.settings",
            "settings",
            "Settings",
            "Look, nation, your centre's name and closed days, and more",
            "f12",
            footer=False,
            also="options preferences configuration",
        ),
        Action(
            "app.welcome",
            "welcome",
            "Welcome",
            "What this is, what it is not, and how to ask",
            "ctrl+o",
            footer=False,
            also="first start introduction",
        ),
        Action(
            "app.quit",
            "quit",
            "Quit",
            "Leave the app; every answer is kept",
            "ctrl+q",
            rank=2,
            priority=True,
            also="exit close end",
        ),
    ),
    "home": (
        Action(
            "home.read-on",
            "scroll_preview(1)",
            "More",
            "Scroll the answer",
            "pagedown",
            shown_as="PgDn",
            moves=True,
        ),
        Action(
            "home.read-back",
            "scroll_preview(-1)",
            "Back",
            "Scroll the answer back",
            "pageup",
            footer=False,
            moves=True,
        ),
        Action(
            "home.new-situation",
            "new_situation",
            "New situation",
            "Start with no answers; those of before stay stored, and {home.earlier} lists them",
            "f7",
            rank=3,
            also="reset start over fresh case",
        ),
        Action(
            "home.earlier",
            "earlier",
            "Earlier",
            "Go back to an earlier situation, also one of weeks ago, with its answers",
            "f6",
            rank=2,
            also="former situation case find lost history resume",
        ),
        Action(
            "home.undo",
            "undo",
            "Undo",
            "Go back to the situation that you were in before this one, since the app was opened",
            "f8",
            also="former earlier situation",
        ),
        Action("home.clear", "clear", "Clear", "Empty the ask box", "escape"),
        Action(
            "home.copy",
            "copy",
            "Copy",
            "Copy the text that is shown, with its source",
            "ctrl+y",
            rank=4,
            also="clipboard",
        ),
        Action(
            "home.save",
            "save",
            "Save",
            "Save the text that is shown, with its source, as a file",
            "f9",
            rank=4,
            also="file export write",
        ),
    ),
    # In the ask box: Input hides its own Enter from the footer.
    "ask": (
        Action("ask.open", "submit", "Open", "Open the marked line; a check starts", "enter", also="start read"),
        Action(
            "ask.down", "screen.move(1)", "Choose", "Go to another line of the list", "down", shown_as="↑↓", moves=True
        ),
        Action("ask.up", "screen.move(-1)", "Choose", "Go to another line of the list", "up", footer=False, moves=True),
        Action(
            "ask.left",
            "beside(-1)",
            "Beside",
            "Go to the card beside; in words, move",
            "left",
            footer=False,
            shown_as="←→",
            moves=True,
        ),
        Action(
            "ask.right",
            "beside(1)",
            "Beside",
            "Go to the card beside; in words, move",
            "right",
            footer=False,
            moves=True,
        ),
    ),
    "check": (
        Action(
            "check.leave",
            "leave",
            "Leave",
            "Back to the home screen; answers are kept",
            "escape",
            during="asking",
            also="home close",
        ),
        Action(
            "check.keep",
            "keep",
            "Keep it",
            "Keep the answer as it was, and stop changing it",
            "escape",
            during="changing",
            also="cancel leave",
        ),
        Action(
            "check.why",
            "why",
            "Why",
            "Why this is asked, and the passage it rests on; ? does the same",
            "f2",
            during="question",
            also="reason source",
        ),
        Action(
            "check.standing",
            "standing",
            "Possible",
            "Which outcomes are still possible, and what ruled out the others",
            "f3",
            during="question",
        ),
        Action(
            "check.back",
            "back",
            "Back",
            "Take the last answer back",
            "f4",
            during="question",
            also="previous question",
        ),
        Action(
            "check.sources",
            "sources",
            "Sources",
            "Read the passages that the outcome rests on",
            "f2",
            during="outcome",
            also="citation guide",
        ),
        Action(
            "check.try",
            "try",
            "Try",
            "Try what would change this, beside the outcome as it is; nothing is changed by it",
            "f3",
            during="outcome",
            also="what if other ways compare alternatives",
        ),
        Action("check.change", "change", "Change", "Change one of your answers", "f5", also="edit correct"),
        Action(
            "check.restart",
            "restart",
            "Restart",
            "Begin this check again; {check.undo} brings the answers back",
            "ctrl+r",
            footer=False,
            also="start over reset",
        ),
        Action(
            "check.words",
            "words",
            "Words",
            "What the terms mean that stand here",
            "f6",
            rank=2,
            also="glossary meaning definition abbreviation",
        ),
        Action("check.next", "next", "Next", "What to check next", "f7", rank=2, during="outcome"),
        Action("check.undo", "undo", "Undo", "Take back what you did last", "f8", footer=False),
        Action(
            "check.save",
            "save",
            "Save",
            "Save what is shown as a text file: the outcome, or your answers so far",
            "f9",
            also="file export write print",
        ),
        Action("check.copy", "copy", "Copy", "Copy what is shown, as text", "ctrl+y", also="clipboard"),
        Action(
            "check.map",
            "map",
            "Map",
            "The whole check as a map, with your path, what can still come, and what would lead elsewhere",
            "ctrl+g",
            also="tree picture graph overview",
        ),
    ),
    # In the answer box.
    "answer": (
        Action(
            "answer.choose",
            "choose(1)",
            "Pick",
            "Go to an answer; Enter picks it",
            "down",
            rank=0,
            shown_as="↑↓",
            moves=True,
        ),
        Action("answer.choose-up", "choose(-1)", "Up", "Go up to an answer", "up", footer=False, moves=True),
    ),
    # In the page of an outcome.
    "outcome": (
        Action(
            "outcome.tick",
            "tick",
            "Tick",
            "Tick the marked action as done, or take the tick away; a click does the same",
            "space,enter",
            during="action marked",
            also="done check off",
        ),
        Action(
            "outcome.find-task",
            "find_task",
            "To do",
            "Show and mark the next thing to do; it is not ticked by that",
            "space,enter",
            during="no action in sight",
            also="tick what to do",
        ),
        Action(
            "outcome.down",
            "move(1)",
            "Move",
            "To the next action, and down the page",
            "down,j",
            rank=2,
            shown_as="↑↓",
            moves=True,
        ),
        Action(
            "outcome.up", "move(-1)", "Up", "To the action before, and up the page", "up,k", footer=False, moves=True
        ),
        Action("outcome.page-down", "page(1)", "Page down", "Down by a page", "pagedown", footer=False, moves=True),
        Action("outcome.page-up", "page(-1)", "Page up", "Up by a page", "pageup", footer=False, moves=True),
    ),
    "try": (
        Action(
            "try.keep",
            "keep",
            "Change my answer to this",
            "Change your answer to the marked one; what that does is asked first",
            "enter",
        ),
        Action("try.down", "move(1)", "Choose", "Try the next way", "down", shown_as="↑↓", moves=True),
        Action("try.up", "move(-1)", "Up", "Try the way before", "up", footer=False, moves=True),
        Action(
            "try.page-down", "page(1)", "Read on", "Scroll the two outcomes", "pagedown", shown_as="PgDn", moves=True
        ),
        Action("try.page-up", "page(-1)", "Page up", "Scroll them back", "pageup", footer=False, moves=True),
        Action(
            "try.leave", "leave", "Back", "Back to the outcome as it is; nothing is changed", "escape,f3", also="close"
        ),
    ),
    "reader": (
        Action(
            "reader.home",
            "leave('home')",
            "Home",
            "Back to the home screen, however far you have read on",
            "escape",
            during="from home",
            also="leave close back",
        ),
        Action(
            "reader.check",
            "leave('check')",
            "To the check",
            "Back to the check that you came from, however far you have read on",
            "escape",
            during="from check",
            also="leave close back outcome",
        ),
        Action(
            "reader.close",
            "leave('elsewhere')",
            "Close",
            "Back to where you came from, however far you have read on",
            "escape",
            during="from elsewhere",
            also="leave back",
        ),
        Action(
            "reader.stop",
            "leave('begun')",
            "Stop",
            "Stop finding, forget the number that was begun, or close the contents",
            "escape",
            during="begun",
            also="leave close back cancel",
        ),
        Action(
            "reader.work-out",
            "work_out",
            "Work it out",
            "Start the check that works this out for your case",
            "enter",
            during="text",
            also="start check",
        ),
        Action(
            "reader.take-number",
            "take_number",
            "Follow it",
            "Follow the number typed so far, though a digit more could be typed",
            "enter",
            rank=0,
            during="number",
        ),
        Action("reader.back", "travel(-1)", "Back", "The text that you read before", "b,backspace", also="previous"),
        Action(
            "reader.find",
            "find",
            "Find",
            "Find words in this text, and in the texts beside it",
            "slash,ctrl+f",
            also="search",
        ),
        Action(
            "reader.contents",
            "contents",
            "Contents",
            "Go to the contents, or back to the text",
            "c",
            also="chapters sections list",
        ),
        Action(
            "reader.other-side",
            "contents",
            "Contents",
            "Go to the contents, or back to the text",
            "tab",
            footer=False,
            moves=True,
        ),
        Action("reader.forward", "travel(1)", "Forward", "The text that you came back from", "f", also="next"),
        Action("reader.next", "leaf(1)", "Next", "The next text of the contents", "right", also="section leaf"),
        Action(
            "reader.previous",
            "leaf(-1)",
            "Previous",
            "The text before this one in the contents",
            "left",
            footer=False,
            also="section leaf",
        ),
        Action(
            "reader.next-found",
            "find_next(1)",
            "Next found",
            "The next place with the words sought; after the last one, the next text that has them",
            "enter,n",
            rank=0,
            during="finding",
        ),
        Action(
            "reader.previous-found",
            "find_next(-1)",
            "Previous found",
            "The place before with the words sought; before the first one, the text before that has them",
            "N,p",
            footer=False,
            shown_as="Shift+N",
            during="finding",
        ),
        Action(
            "reader.follow",
            "digit('{key}')",
            "Follow",
            "Follow the number in brackets that you type",
            f"0,{NUMBERS}",
            footer=False,
            moves=True,
            fixed=True,
        ),
        Action(
            "reader.save",
            "save",
            "Save",
            "Save this text, with its source, as a file",
            "f9",
            rank=3,
            also="file export write",
        ),
        Action("reader.copy", "copy", "Copy", "Copy this text, with its source", "ctrl+y", rank=3, also="clipboard"),
        Action("reader.down", "scroll(1)", "Scroll", "Scroll down by a line", "down,j", footer=False, moves=True),
        Action("reader.up", "scroll(-1)", "Scroll up", "Scroll up by a line", "up,k", footer=False, moves=True),
        Action("reader.page", "page(1)", "Read on", "Scroll on by a page", "pagedown,space", footer=False, moves=True),
        Action(
            "reader.page-back", "page(-1)", "Read back", "Scroll back by a page", "pageup", footer=False, moves=True
        ),
        Action("reader.top", "end('top')", "Top", "Scroll to the first line", "home", footer=False, moves=True),
        Action("reader.bottom", "end('bottom')", "Bottom", "Scroll to the last line", "end", footer=False, moves=True),
    ),
    # In the contents beside a text.
    "contents": (
        Action("contents.pick", "pick", "Open", "Open the marked text", "enter"),
        Action("contents.down", "mark(1)", "Choose", "Mark another text", "down", shown_as="↑↓", moves=True),
        Action("contents.up", "mark(-1)", "Choose", "Mark another text", "up", footer=False, moves=True),
        Action("contents.page", "mark(8)", "Further", "Mark a text further on", "pagedown", footer=False, moves=True),
        Action(
            "contents.page-back", "mark(-8)", "Back", "Mark a text further back", "pageup", footer=False, moves=True
        ),
        Action("contents.top", "mark(-999)", "First", "Mark the first text", "home", footer=False, moves=True),
        Action("contents.bottom", "mark(999)", "Last", "Mark the last text", "end", footer=False, moves=True),
    ),
    # In the box for words to be found in a text.
    "find": (
        Action(
            "find.next",
            "screen.find_next(1)",
            "Next",
            "The next place; after the last one, the next text that has the words; or the word that was meant",
            "enter,down",
            shown_as="Enter",
        ),
        Action(
            "find.previous",
            "screen.find_next(-1)",
            "Previous",
            "The place before; before the first one, the text before that has the words",
            "up",
        ),
        Action(
            "find.close", "screen.find_close", "Stop finding", "Close the box; the text stays where it is", "escape"
        ),
    ),
    "help": (
        Action("help.do", "screen.do", "Do it", "Close the help and do what is marked", "enter"),
        Action("help.close", "screen.dismiss", "Close", "Close the help", "escape"),
        Action("help.down", "screen.move(1)", "Choose", "Go down", "down", shown_as="↑↓", moves=True),
        Action("help.up", "screen.move(-1)", "Up", "Go up", "up", footer=False, moves=True),
    ),
    "palette": (
        Action("palette.do", "screen.do", "Do it", "Do or open what is marked", "enter"),
        Action("palette.down", "screen.move(1)", "Choose", "Go down", "down", shown_as="↑↓", moves=True),
        Action("palette.up", "screen.move(-1)", "Up", "Go up", "up", footer=False, moves=True),
        Action(
            "palette.page-down",
            "screen.page(1)",
            "Page down",
            "Go down by a page",
            "pagedown",
            footer=False,
            moves=True,
        ),
        Action("palette.page-up", "screen.page(-1)", "Page up", "Go up by a page", "pageup", footer=False, moves=True),
        Action("palette.close", "screen.dismiss", "Close", "Close the list and do nothing", "escape"),
    ),
    "sheet": (
        Action(
            "sheet.close",
            "dismiss",
            "Close",
            "Close the sheet",
            "escape,enter,f2,f3,f6,question_mark",
            also="back",
        ),
    ),
    # In the text of a sheet.
    "sheet-text": (
        Action("sheet-text.down", "scroll(1)", "Scroll", "Scroll down", "down,j", shown_as="↑↓", moves=True),
        Action("sheet-text.up", "scroll(-1)", "Up", "Scroll up", "up,k", footer=False, moves=True),
        Action(
            "sheet-text.page-down",
            "page(1)",
            "Page down",
            "Scroll down by a page",
            "pagedown,space",
            footer=False,
            moves=True,
        ),
        Action("sheet-text.page-up", "page(-1)", "Page up", "Scroll up by a page", "pageup", footer=False, moves=True),
    ),
    "settings": (
        Action("settings.leave", "leave", "Back", "Back to where you came from", "escape"),
        Action("settings.change", "change", "Change", "Change the marked setting", "enter"),
        Action("settings.next", "step(1)", "Next value", "Give the marked setting its next value", "right"),
        Action("settings.previous", "step(-1)", "Previous", "Give it the value before", "left", footer=False),
        Action("settings.undo", "undo", "Undo", "Take back the last change", "f8"),
        Action(
            "settings.number",
            "number({key})",
            "Change",
            "Change the setting with that number",
            "1,2,3,4,5,6,7,8",
            footer=False,
            shown_as="1-8",
            moves=True,
            fixed=True,
        ),
    ),
    "closures": (
        Action("closures.leave", "leave", "Back", "Back to the settings", "escape"),
        Action("closures.add", "add", "Add", "Add closed days", "a"),
        Action("closures.remove", "remove", "Take away", "Take the marked line away", "t,delete"),
        Action("closures.undo", "undo", "Undo", "Take back the last change", "f8"),
    ),
    "words": (
        Action("words.cancel", "dismiss", "Cancel", "Leave it as it was", "escape"),
        Action("words.take", "take", "Take it", "Take what stands in the box", "enter"),
    ),
    "welcome": (Action("welcome.go-on", "go_on", "Go on", "Go on to your question", "enter,escape,space"),),
    # In the outline of the map.
    "outline": (
        Action(
            "outline.open",
            "screen.open",
            "Open",
            "On an answer of yours: change it; on anything else: more about it, and how you would come there",
            "enter",
            also="change answer details",
        ),
        Action("outline.down", "cursor_down", "Move", "Go down", "down", shown_as="↑↓", moves=True),
        Action("outline.up", "cursor_up", "Up", "Go up", "up", footer=False, moves=True),
        Action(
            "outline.fold",
            "screen.fold",
            "Fold",
            "Fold the answers of a question away, or go up to its question",
            "left",
            shown_as="←",
            moves=True,
        ),
        Action(
            "outline.unfold",
            "screen.unfold",
            "Unfold",
            "Show the answers of a question, or go to where it stands",
            "right",
            shown_as="→",
            moves=True,
        ),
    ),
    "map": (
        Action("map.leave", "leave", "Back", "Back to the check", "escape,ctrl+g", also="close leave"),
        # No function key of the check, which the map lies over: each would mean something else here.
        Action("map.next-match", "next_match", "Next match", "Go to the next one of the name typed", "ctrl+n"),
        Action(
            "map.fold-all",
            "fold_all",
            "Only my path",
            "Fold everything but your path away; pressed again, show everything",
            "ctrl+e",
            also="fold collapse expand everything",
        ),
        Action("map.here", "here", "Find me", "Go to where you are", "ctrl+l", also="position place where am I"),
        Action(
            "map.save",
            "save",
            "Save picture",
            "Save the map as a picture (SVG) that a web browser shows and prints",
            "f9",
            also="svg image print file export",
        ),
    ),
    "chooser": (
        Action("chooser.pick", "screen.pick", "Choose", "Choose what is marked", "enter"),
        Action("chooser.down", "screen.move(1)", "Move", "Go down", "down", shown_as="↑↓", moves=True),
        Action("chooser.up", "screen.move(-1)", "Up", "Go up", "up", footer=False, moves=True),
        Action(
            "chooser.number",
            "screen.number({key})",
            "Number",
            "Choose the line with this number",
            NUMBERS,
            footer=False,
            shown_as="1-9",
            moves=True,
            fixed=True,
        ),
        Action("chooser.cancel", "screen.dismiss", "Cancel", "Choose nothing", "escape"),
    ),
}
"""Every action by the place it belongs to: the app, a screen, or a box on a screen. In each place the most important
stand first, as the footer drops the last ones where it has no room."""

BOXES = {
    "ask": "home",
    "answer": "check",
    "contents": "reader",
    "find": "reader",
    "sheet-text": "sheet",
    "outcome": "check",
    "outline": "map",
}
"""Places that are a box on a screen, with the place of that screen: their actions are offered together."""

TYPING = frozenset({"app", "home", "ask", "check", "answer", "find", "palette", "words", "map", "outline"})
"""Places whose keys must not be letters, since letters are typed into a box there."""


def action_of(action_id: str) -> Action | None:
    """The action with an id; None where there is none."""
    return next((action for action in ACTIONS.get(action_id.split(".")[0], ()) if action.id == action_id), None)


def every_action() -> dict[str, Action]:
    """Every action by its id."""
    return {action.id: action for actions in ACTIONS.values() for action in actions}


def both_cases(keys: Mapping[str, str]) -> dict[str, str]:
    """Keys by action id with the capital of every letter among them, so that Shift and Caps Lock do not matter.

    A capital that is itself a key of one of the actions stays with that one alone, such as N beside n.
    """
    own = {key for listed in keys.values() for key in listed.split(",")}
    return {name: ",".join(_with_capitals(listed.split(","), own)) for name, listed in keys.items()}


def bindings(place: str) -> list[BindingType]:
    """The bindings of a place, in the order in which they are listed; letters in both cases."""
    return [binding for action in ACTIONS[place] for binding in _bindings(action)]


def about(action: Action, keys: Mapping[str, str] | None = None) -> str:
    """What happens, with the keys of other actions that it speaks of.

    Args:
        action: The action.
        keys: The keys of every action by its id, where they are not as shipped.
    """

    def name_key(found: re.Match[str]) -> str:
        other = every_action()[found[1]]
        return keys_name((keys or {}).get(other.id, other.keys))

    return re.sub(r"\{([a-z.-]+)\}", name_key, action.about)


def _with_capitals(keys: Sequence[str], own: Container[str]) -> Iterator[str]:
    for key in keys:
        yield key
        if len(key) == 1 and len(key.upper()) == 1 and key.upper() not in own:
            yield key.upper()


def _bindings(action: Action) -> list[Binding]:
    listed = _KEYS[action.id]
    keys = listed.split(",") if "{key}" in action.does else [listed]
    return [
        Binding(
            key,
            action.does.replace("{key}", key),
            action.name,
            show=action.footer,
            key_display=action.shown_as,
            priority=action.priority,
            tooltip=about(action),
            id=action.id,
        )
        for key in keys
    ]


_KEYS = both_cases({action.id: action.keys for action in every_action().values()})
"""The keys as shipped, in both cases."""
