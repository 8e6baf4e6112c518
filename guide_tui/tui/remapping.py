"""Other keys for actions, as a person's settings give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from textual.binding import Binding
from textual.widgets import Input

from guide_tui.tui.actions import BOXES, TYPING, Action, every_action
from guide_tui.tui.keys import USABLE, key_name, keys_name, read_key

_TAKEN_BY_BOXES = frozenset(binding.key for binding in Binding.make_bindings(Input.BINDINGS))
"""Keys that move about or delete in a box that words are typed into."""


@dataclass(frozen=True, slots=True)
class Remapping:
    """Keys for actions, and what could not be used of what was asked for."""

    keys: dict[str, str]
    """The keys of every action by its id, for ``App.set_keymap``; empty where all are as shipped."""

    problems: tuple[str, ...]
    """What could not be used and why, a sentence or two each; the keys as shipped stay in its place."""


def remap(table: Mapping[str, object]) -> Remapping:
    """Read a table of keys by action id, such as ``{"check.why": "Ctrl+W", "reader.next": "Right, N"}``.

    Several keys are separated by commas. What cannot be used is left as shipped and told, the rest is used: unknown
    actions and keys, no key, keys that a text box needs, and keys of two actions that are offered together.
    """
    actions = every_action()
    asked: dict[str, str] = {}
    problems: list[str] = []
    for name, value in table.items():
        action = actions.get(name)
        keys, problem = _read(action, value) if action else ("", _unknown(name, list(actions)))
        if problem:
            problems.append(problem)
        elif action and keys != action.keys:
            asked[name] = keys
    # Every start comes by here, and nearly always without keys of the person's own.
    if asked:
        problems += _drop_clashes(asked, actions)
    if not asked:
        return Remapping({}, tuple(problems))
    # All of them, since Textual drops the actions that share a key with one that is given another.
    return Remapping({name: asked.get(name, action.keys) for name, action in actions.items()}, tuple(problems))


def together(action: Action, other: Action) -> bool:
    """Whether two actions can be offered at the same time, so that they need different keys."""
    if action.during and other.during and action.during != other.during:
        return False
    first, second = _place(action), _place(other)
    if first != second and first in BOXES and second in BOXES:
        return False  # The cursor is in one box at a time.
    screens = {BOXES.get(first, first), BOXES.get(second, second)}
    return len(screens) == 1 or "app" in screens


def _read(action: Action, value: object) -> tuple[str, str]:
    """The keys asked for an action, or what is wrong with them."""
    stays = f"{keys_name(action.keys)} stays." if "," not in action.keys else f"{keys_name(action.keys)} stay."
    if action.fixed:
        return "", f"{action.id}: its keys cannot be changed, since other parts of the screen go by them; {stays}"
    if not isinstance(value, str):
        return "", f'{action.id}: a key is written in quotation marks, such as "F6"; {stays}'
    keys: list[str] = []
    for word in value.split(","):
        if not word.strip():
            continue
        key = read_key(word)
        if key is None:
            return "", f'{action.id}: "{word.strip()}" is no key that every terminal passes on; {stays} Use {USABLE}.'
        if _typed(action, key):
            why = f"{key_name(key)} is needed for typing where this is offered"
            return "", f"{action.id}: {why}; {stays} Use F1 to F12, or Ctrl and a letter."
        keys.append(key)
    if not keys:
        return "", f"{action.id}: no key is given, and it must have one; {stays}"
    return ",".join(dict.fromkeys(keys)), ""


def _typed(action: Action, key: str) -> bool:
    """Whether a box for words would take the key, or the person could no longer type with it."""
    if _place(action) not in TYPING or key in action.keys.split(","):
        return False
    return key in _TAKEN_BY_BOXES or key == "space" or len(key_name(key)) == 1


def _unknown(name: str, known: list[str]) -> str:
    from rapidfuzz import fuzz, process  # only a wrong name needs it

    nearest = process.extractOne(name.casefold(), known, scorer=fuzz.WRatio, score_cutoff=70)
    hint = f' Did you mean "{nearest[0]}"?' if nearest else ""
    return f'"{name}" is nothing that can be done here, so its key is not used.{hint}'


def _drop_clashes(asked: dict[str, str], actions: Mapping[str, Action]) -> Iterator[str]:
    """Take out of what is asked what gives two actions that are offered together one key, and tell it."""
    while clash := next(_clashes(asked, actions), None):
        key, first, second = clash
        for name in (first.id, second.id):
            asked.pop(name, None)
        yield (
            f"{first.id} and {second.id} would both be {key_name(key)}, and both are offered at the same time. "
            "Both keep the keys they came with."
        )


def _clashes(asked: Mapping[str, str], actions: Mapping[str, Action]) -> Iterator[tuple[str, Action, Action]]:
    for first, second in combinations(actions.values(), 2):
        if (first.id in asked or second.id in asked) and together(first, second):
            # Keys shared as shipped are meant: what has the cursor comes before its screen.
            meant = set(first.keys.split(",")) & set(second.keys.split(","))
            keys = set(asked.get(first.id, first.keys).split(",")) - meant
            for key in asked.get(second.id, second.keys).split(","):
                if key in keys:
                    yield key, first, second


def _place(action: Action) -> str:
    return action.id.split(".")[0]
