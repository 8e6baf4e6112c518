"""Keys as they are printed on a keyboard, and as Textual names them."""

from __future__ import annotations

import re

from textual.binding import Binding
from textual.keys import format_key

_NAMES = {
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "insert": "Insert",
    "delete": "Delete",
    "home": "Home",
    "end": "End",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "ins": "insert",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}

_CTRL = frozenset("abdefgklnopqrstuvwxy")
"""Letters that reach a program together with Ctrl. The others are Tab, Enter, Backspace, or stop the program."""

USABLE = "F1 to F12, Ctrl and a letter, a letter, a digit, Esc, Enter, Page Up, Page Down, Home, End or an arrow"
"""What ``read_key`` takes, for messages."""


def key_name(key: str) -> str:
    """How a key is printed on the keyboard: "ctrl+q" is "Ctrl+Q", "pagedown" is "Page Down", "j" is "J"."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    sign = format_key(last)
    if last in _NAMES:
        name = _NAMES[last]
    elif len(sign) == 1:
        name = f"Shift+{sign}" if sign.isupper() and not modifiers else sign.upper()
    else:
        name = last.capitalize()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def keys_name(keys: str) -> str:
    """How several keys are printed, separated by commas: "right,n" is "→, N"."""
    return ", ".join(key_name(key.strip()) for key in keys.split(","))


def read_key(words: str) -> str | None:
    """The key that a person means, as Textual names it; None where it is none, or none that every terminal passes on.

    Capitals, spaces, "-" for "+" and common short forms do not matter: "Ctrl-Y", "pgdn", "Page Down", "Esc".
    """
    text = words.strip()
    if len(text) == 1 and text not in _SPELLINGS:
        # Textual has long names for signs, such as question_mark.
        if text == "," or not text.isprintable():
            return None
        return next(iter(Binding.make_bindings([Binding(text.lower(), "")]))).key
    plain = re.sub(r"\s+", "", text.lower()).replace("-", "+").replace("control+", "ctrl+")
    if plain.startswith("ctrl+"):
        return plain if plain[5:] in _CTRL else None
    plain = _SPELLINGS.get(plain, plain)
    return plain if plain in _NAMES or re.fullmatch(r"f([1-9]|1[0-2])", plain) else None
