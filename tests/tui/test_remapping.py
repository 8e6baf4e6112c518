"""Other keys for actions: what can be used is used, the rest is told."""

from __future__ import annotations

from itertools import combinations

import pytest

from guide_tui.tui.actions import BOXES, Action, every_action
from guide_tui.tui.remapping import remap, together


def test_a_key_that_is_free_is_given():
    """The keys of every action come back, with the one asked for among them."""
    remapped = remap({"check.why": "Ctrl+W", "check.back": "F11"})
    # Ctrl+W deletes a word in the answer box.
    assert remapped.keys["check.back"] == "f11"
    assert remapped.keys["check.why"] == "f2"
    assert remapped.keys.keys() == every_action().keys()
    assert len(remapped.problems) == 1


def test_nothing_asked_for_changes_nothing():
    """An empty table, or one that repeats the keys as shipped, leaves all as it is."""
    assert remap({}) == remap({"check.why": "F2"})
    assert remap({}).keys == {}
    assert remap({}).problems == ()


def test_two_actions_can_swap_their_keys():
    """What counts is how it stands in the end."""
    remapped = remap({"check.back": "F5", "check.change": "F4"})
    assert remapped.problems == ()
    assert (remapped.keys["check.back"], remapped.keys["check.change"]) == ("f5", "f4")


def test_several_keys_are_separated_by_commas():
    """An action may have more than one."""
    assert remap({"closures.add": "A, Insert"}).keys["closures.add"] == "a,insert"


def test_letters_are_keys_where_nothing_is_typed():
    """Only where a box takes the letters are they of no use as keys."""
    assert remap({"closures.add": "+"}).problems == ()


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            {"check.wyh": "F2"},
            '"check.wyh" is nothing that can be done here, so its key is not used. Did you mean "check.why"?',
        ),
        ({"zebra": "F2"}, '"zebra" is nothing that can be done here, so its key is not used.'),
        ({"check.why": ""}, "check.why: no key is given, and it must have one; F2 stays."),
        ({"check.why": " , "}, "check.why: no key is given, and it must have one; F2 stays."),
        ({"check.why": 6}, 'check.why: a key is written in quotation marks, such as "F6"; F2 stays.'),
        (
            {"check.why": "Alt+W"},
            'check.why: "Alt+W" is no key that every terminal passes on; F2 stays. Use F1 to F12, Ctrl and a letter, '
            "a letter, a digit, Esc, Enter, Page Up, Page Down, Home, End or an arrow.",
        ),
        (
            {"check.why": "w"},
            "check.why: W is needed for typing where this is offered; F2 stays. Use F1 to F12, or Ctrl and a letter.",
        ),
        (
            {"app.quit": "Backspace"},
            "app.quit: Backspace is needed for typing where this is offered; Ctrl+Q stays. "
            "Use F1 to F12, or Ctrl and a letter.",
        ),
        (
            {"chooser.number": "F2"},
            "chooser.number: its keys cannot be changed, since other parts of the screen go by them; "
            "1, 2, 3, 4, 5, 6, 7, 8, 9 stay.",
        ),
        (
            {"check.why": "F5"},
            "check.why and check.change would both be F5, and both are offered at the same time. "
            "Both keep the keys they came with.",
        ),
    ],
)
def test_what_cannot_be_used_is_told_and_left_as_shipped(table: dict[str, object], told: str):
    """The message says what is wrong, what happens instead, and what to try."""
    assert remap(table).problems == (told,)
    assert remap(table).keys == {}


def test_one_bad_key_leaves_the_others_alone():
    """A slip in one line costs that line only."""
    remapped = remap({"check.why": "w", "check.back": "F11"})
    assert remapped.keys["check.back"] == "f11"
    assert len(remapped.problems) == 1


def test_a_clash_with_the_app_is_one_on_every_screen():
    """The keys of the app are offered everywhere, those of a box together with its screen's."""
    assert remap({"reader.find": "F1"}).problems[0].startswith("app.help and reader.find would both be F1")
    assert remap({"answer.choose": "F2"}).problems[0].startswith("check.why and answer.choose would both be F2")


def test_actions_that_are_never_offered_together_may_share_a_key():
    """F2 shows why while there is a question, and the sources at the outcome; both can move to one key."""
    remapped = remap({"check.why": "F11", "check.sources": "F11"})
    assert remapped.problems == ()
    assert remapped.keys["check.why"] == remapped.keys["check.sources"] == "f11"


def test_shipped_keys_do_not_clash():
    """No two actions that can be offered at the same time come with the same key, unless a box takes it first."""
    clashes = [
        (first.id, second.id)
        for first, second in combinations(every_action().values(), 2)
        if together(first, second) and set(first.keys.split(",")) & set(second.keys.split(","))
        if (place(first) in BOXES) == (place(second) in BOXES) or "app" in (place(first), place(second))
    ]
    assert clashes == []


def place(action: Action) -> str:
    return action.id.split(".")[0]
