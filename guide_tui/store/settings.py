"""The person's settings: a text file that the app writes and that can be edited by hand.

A faulty file costs a notice, never the start: what is sound in it counts, and before it is written anew it is kept
beside the new one. What this version does not know is kept as it stands.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from guide_tui.model.characters import shown, visible
from guide_tui.model.settings import LOOKS, NATIONS, Settings, unfit
from guide_tui.store.toml import toml_key, toml_table, toml_value

FILE = "settings.toml"
"""The name of the file in the configuration folder."""

MOST_BYTES = 100_000

REMARKS = {
    "look": "How the app looks: dark, light, contrast or projector. F10 goes through them.",
    "nation": "Whose bank holidays count: england, wales, scotland, northern-ireland or outside-uk; empty: not told.",
    "centre": "Your centre's name, for the top of outcomes that you save.",
    "roomy": "More empty space, as for a projector: true or false.",
    "motion": "Whether things may move on the screen: true or false.",
    "welcome_seen": "Whether the page of the first start has been read; false shows it again.",
    "keys": 'Other keys for actions, by the id of the action, such as: "check.why" = "F11"',
}
"""What stands above each key in the file."""

_HEADER = """\
# Settings of guide-tui: change them in the app (F12) or here.
# Remarks of your own are lost when the app writes this file; keys that it does not know are kept.
"""
_CHOICES = {"look": LOOKS, "nation": NATIONS}
_EXAMPLES = {"look": "dark", "nation": "england", "centre": "Our college"}
_KNOWN = tuple(each.name for each in fields(Settings))


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a settings file."""

    settings: Settings
    """What is sound in it; everything else is as before anything was chosen."""

    problems: tuple[str, ...] = ()
    """What is wrong with it, each in whole sentences for the person."""

    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Keys that this version does not know, with their values."""

    damaged: bool = False
    """Whether something in it would be lost when it is written anew."""

    exists: bool = True


class SettingsFile:
    """The settings as they are, and the file that keeps them. No method fails because of the disk or the file.

    Args:
        path: The file, which need not exist; None keeps the settings while the program runs.
        settings: What holds where there is no file.
    """

    def __init__(self, path: Path | None = None, settings: Settings | None = None) -> None:
        self.path = path
        found = Found(settings or Settings()) if path is None else read_settings(path)
        self.settings = found.settings
        self.problems = found.problems
        """What is wrong with the file, each in whole sentences for the person."""

        self.notice = ""
        """Why the settings cannot be kept, in whole sentences; empty while they can."""

    def keep(self, settings: Settings) -> None:
        """Make these the settings, and write what differs from before into the file."""
        changes = {
            name: getattr(settings, name) for name in _KNOWN if getattr(settings, name) != getattr(self.settings, name)
        }
        if not changes:
            return
        found = Found(settings) if self.path is None else read_settings(self.path)
        if found.exists and not found.damaged and not self.notice:
            # Another window or an editor may have changed other settings meanwhile; these stay.
            settings = replace(found.settings, **changes)
        self.settings = settings
        if self.path is not None:
            self._write(self.path, found)

    def _write(self, named: Path, found: Found) -> None:
        try:
            # The file itself, where a link leads to it: a link would be replaced by a file.
            path = named.resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            if found.damaged:
                _put_aside(path)
            _replace(path, written(self.settings, found.unknown))
        except (OSError, RuntimeError) as error:
            self.notice = (
                f"Your settings cannot be kept, because {visible(str(named))} cannot be written: {_reason(error)}. "
                "They hold until you leave."
            )
        else:
            self.notice = ""


def read_settings(path: Path) -> Found:
    """What stands in the file; the settings as shipped where there is none."""
    try:
        # Looked at before it is opened: a pipe under this name would be waited for.
        if not stat.S_ISREG(path.stat().st_mode):
            return _unreadable(path, "it is no ordinary file")
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            return _unreadable(path, "it is far too long")
        text = content.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Found(Settings(), exists=False)
    except UnicodeDecodeError:
        return _unreadable(path, "it is not text in UTF-8")
    except (OSError, ValueError) as error:
        return _unreadable(path, _reason(error))
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Found(Settings(), (_not_toml(path, text, error),), damaged=True)
    return _Reader(path, text).read(table)


def written(settings: Settings, unknown: Mapping[str, Any] | None = None) -> str:
    """The settings as the text of a file, a remark above every key, and after them what is not known, as it was."""
    rest = unknown or {}
    plain = {name: value for name, value in rest.items() if not isinstance(value, dict)}
    lines = [f"{toml_key(name)} = {toml_value(value)}\n" for name, value in plain.items()]
    return "\n".join(
        [
            _HEADER,
            *(
                f"# {REMARKS[name]}\n{name} = {toml_value(getattr(settings, name))}\n"
                for name in _KNOWN
                if name != "keys"
            ),
            *(["# Not known to this version:\n" + "".join(lines)] if lines else []),
            f"# {REMARKS['keys']}\n{toml_table('keys', settings.keys)}",
            *(toml_table(name, value) for name, value in rest.items() if name not in plain),
        ]
    )


class _Refused(Exception):
    """A value that cannot be used; says why, and what to try."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


class _Reader:
    """Takes what is sound from a file, and tells the rest."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._problems: list[str] = []
        self._damaged = False

    def read(self, table: Mapping[str, Any]) -> Found:
        sound: dict[str, Any] = {}
        for key, value in table.items():
            if key == "keys" and isinstance(value, dict):
                sound[key] = self._keys(value)
            elif key in _KNOWN:
                try:
                    sound[key] = _value(key, value)
                except _Refused as refused:
                    self._refuse(key, refused)
            else:
                self._tell(key, f"there is no setting {shown(key)}", _nearest(key, _KNOWN))
        unknown = {key: value for key, value in table.items() if key not in _KNOWN}
        return Found(Settings(**sound), tuple(self._problems), unknown, self._damaged)

    def _keys(self, table: Mapping[str, object]) -> dict[str, str]:
        keys: dict[str, str] = {}
        for action, given in _dotted(table):
            if isinstance(given, str) and not unfit(given):
                keys[action] = given.strip()
            else:
                what = f'the key of {shown(action)} has to be text in quotes, such as "w" or "f6"'
                self._refuse(action, _Refused(what))
        return keys

    def _refuse(self, key: str, refused: _Refused) -> None:
        self._damaged = True
        self._tell(key, f"{refused.what}; until it is mended, the line counts for nothing", refused.remedy)

    def _tell(self, key: str, what: str, remedy: str = "") -> None:
        said = f"{visible(str(self._path))}, line {self._line_of(key)}: {what}."
        self._problems.append(f"{said} {remedy}".rstrip())

    def _line_of(self, key: str) -> int:
        """Where a key stands, counted from 1; the first line where it cannot be found."""
        last = key.rpartition(".")[2]
        pattern = re.compile(rf"""\s*\[*\s*["']?({re.escape(key)}|{re.escape(last)})["']?\s*[\]=.]""")
        return next((number for number, line in enumerate(self._lines, start=1) if pattern.match(line)), 1)


def _value(key: str, value: object) -> object:
    """The value as the settings hold it."""
    if isinstance(getattr(Settings(), key), bool):
        if not isinstance(value, bool):
            raise _Refused(f"{key} has to be true or false")
        return value
    if key == "keys":
        raise _Refused('keys has to be a heading: a line [keys], and under it lines such as "check.why" = "F11"')
    if not isinstance(value, str):
        raise _Refused(f'{key} has to be text in quotes, such as: {key} = "{_EXAMPLES[key]}"')
    text = value.strip()
    if unfit(text):
        raise _Refused(f"{key} {unfit(text)}")
    if key not in _CHOICES:
        return text
    name = "-".join(text.casefold().split())
    if name in _CHOICES[key] or name == getattr(Settings(), key):
        return name
    raise _Refused(
        f"{key} is {shown(text)}, which is none of {', '.join(_CHOICES[key])}", _nearest(name, _CHOICES[key])
    )


def _dotted(table: Mapping[str, object]) -> list[tuple[str, object]]:
    """Keys with their values, where ``check.why = "w"`` without quotes means the same as with them."""
    pairs: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            pairs += [(f"{name}.{rest}", each) for rest, each in value.items()]
        else:
            pairs.append((name, value))
    return pairs


def _nearest(name: str, choices: Iterable[str]) -> str:
    near = get_close_matches(name, sorted(choices), 1)
    return f'Did you mean "{near[0]}"?' if near else ""


def _unreadable(path: Path, why: str) -> Found:
    what = f"Your settings in {visible(str(path))} cannot be read: {visible(why)}. The app goes on without them."
    return Found(Settings(), (what,), damaged=True)


def _not_toml(path: Path, text: str, error: Exception) -> str:
    said = re.fullmatch(r"(.+?) \(at (?:line (\d+), column \d+|end of document)\)", str(error), re.DOTALL)
    line = int(said[2]) if said and said[2] else len(text.splitlines()) or 1
    why = visible(said[1])[:80] if said else "it is nested too deeply"
    return (
        f"{visible(str(path))}, line {line}: this cannot be read ({why[:1].lower()}{why[1:]}), so none of your "
        'settings hold. A line reads like: look = "dark". Mend it, or change anything with F12: what stands there now '
        f"is then kept as {FILE}.broken."
    )


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _put_aside(path: Path) -> None:
    """Give a damaged file another name, one that no file has yet."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.broken" + (f"-{number}" if number > 1 else ""))
        if not os.path.lexists(aside):
            path.rename(aside)
            return
    raise OSError(f"there are too many files called {path.name}.broken")


def _replace(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
