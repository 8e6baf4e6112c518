"""Keys as they are printed on a keyboard, and as a person writes them."""

from __future__ import annotations

import pytest

from guide_tui.tui.actions import every_action
from guide_tui.tui.keys import key_name, keys_name, read_key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("f2", "F2"),
        ("escape", "Esc"),
        ("enter", "Enter"),
        ("pagedown", "Page Down"),
        ("ctrl+q", "Ctrl+Q"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("space", "Space"),
        ("down", "↓"),
        ("j", "J"),
        ("N", "Shift+N"),
        ("7", "7"),
    ],
)
def test_keys_are_named_as_they_are_printed(key: str, name: str):
    """Nobody has to know what a program calls a key."""
    assert key_name(key) == name


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("F2", "f2"),
        ("Ctrl+Y", "ctrl+y"),
        ("ctrl-y", "ctrl+y"),
        ("Control + Y", "ctrl+y"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("Page Down", "pagedown"),
        ("Right", "right"),
        ("→", "right"),
        ("?", "question_mark"),
        ("J", "j"),
        ("é", "é"),
        ("F13", None),
        ("Alt+X", None),
        ("Ctrl+M", None),
        ("Ctrl+C", None),
        ("Ctrl+F2", None),
        ("Ctrl+", None),
        ("", None),
        (",", None),
        ("\x1b", None),
        ("any key", None),
    ],
)
def test_keys_are_read_as_people_write_them(words: str, key: str | None):
    """Capitals, hyphens and short forms do not matter; what some terminal keeps for itself is no key."""
    assert read_key(words) == key


def test_every_key_of_the_app_can_be_written_as_it_is_named():
    """What the help shows can be typed into the settings."""
    shipped = {key for action in every_action().values() for key in action.keys.split(",")}
    # A capital letter is a key of its own only where the app ships one.
    plain = {key for key in shipped if not key_name(key).startswith("Shift+")}
    assert {key: read_key(key_name(key)) for key in plain} == {key: key for key in plain}


def test_several_keys_are_named_together():
    """As they stand in the help."""
    assert keys_name("right,n") == "→, N"
