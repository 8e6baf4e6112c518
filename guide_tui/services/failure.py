"""Noting a fault of the program: where in the code it happened, and nothing that the person typed or answered."""

from __future__ import annotations

import os
import platform
import stat
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

FILE = "failure.log"
"""The name of the log, in the folder where answers are kept."""

MOST_BYTES = 64_000
"""What the log may hold; when it is full, it becomes ``failure.log.old`` and a new one begins."""

MOST_FRAMES = 40
"""Positions told of one error. The first and the last say most; endless recursion has a thousand."""

MOST_ERRORS = 8
"""Errors told of one fault: the one that ended the program, and those that it came from."""


def note_failure(error: BaseException, folder: Path, now: datetime, version: str) -> str:
    """Write the fault into the log and give the sentence that the person is told.

    The log holds versions, the kinds of the errors and positions in the code. It holds no values of variables, no
    lines of text and no messages of errors, because those can quote answers.

    Args:
        error: What was raised and not expected.
        folder: Where answers are kept; made where there is none.
        now: The present moment.
        version: The version of this program.
    """
    told = "The program has ended because of a fault in it; your answers are kept as usual"
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_room(path)
        _append(path, "\n".join([*failure_lines(error, now, version), "", ""]))
    except OSError:
        return f'{told}, but no note of the fault can be written to "{path}".'
    return f'{told}, and a note of the fault, which holds none of them, is in "{path}".'


def failure_lines(error: BaseException, now: datetime, version: str) -> list[str]:
    """What the log says of a fault, line by line."""
    lines = [
        f"{now.isoformat(timespec='seconds')} guide {version}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()} {platform.machine()}"
    ]
    for number, (each, relation) in enumerate(_chain(error)):
        if number == MOST_ERRORS:
            lines.append("and further errors")
            break
        detail = _harmless_detail(each)
        lines.append(f"{relation}{_kind(each)}{f' ({detail})' if detail else ''}")
        lines += _positions(each)
    return lines


def _chain(error: BaseException) -> Iterator[tuple[BaseException, str]]:
    """The error and those that it came from, each once, with how they hang together."""
    seen: set[int] = set()
    waiting: list[tuple[BaseException, str]] = [(error, "")]
    while waiting:
        each, relation = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each, relation
        if each.__cause__ is not None:
            waiting.append((each.__cause__, "from "))
        elif each.__context__ is not None and not each.__suppress_context__:
            waiting.append((each.__context__, "while handling "))
        if isinstance(each, BaseExceptionGroup):
            waiting += [(inner, "holding ") for inner in each.exceptions]
        # What Textual raises for a fault in a worker carries that fault along.
        inside = getattr(each, "error", None)
        if isinstance(inside, BaseException):
            waiting.append((inside, "holding "))


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _harmless_detail(error: BaseException) -> str:
    """What can be said of an error beyond its kind, as far as it comes from the code or the system alone.

    The message of an error is not told: that of a KeyError is the key and that of a ValueError quotes the value.
    """
    if isinstance(error, OSError):
        # The names of the files can be the person's own.
        return error.strerror if isinstance(error.strerror, str) else ""
    if isinstance(error, ImportError):
        return error.name or ""
    if isinstance(error, AttributeError):
        return f"{type(error.obj).__name__}.{error.name}" if error.name else ""
    if isinstance(error, NameError):
        return error.name or ""
    if isinstance(error, UnicodeError):
        return f"{getattr(error, 'encoding', '')}: {getattr(error, 'reason', '')}"
    return ""


def _positions(error: BaseException) -> list[str]:
    lines = [
        f"  {_from_package(frame.f_code.co_filename)}:{line} in {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    more = len(lines) - MOST_FRAMES
    if more > 0:
        half = MOST_FRAMES // 2
        lines[half : half + more] = [f"  and {more} more"]
    return lines


def _from_package(file: str) -> str:
    """The file as its package knows it, so that folders named after a person stay out."""
    path = Path(file)
    roots = sorted({entry for entry in sys.path if entry}, key=len, reverse=True)
    for root in roots:
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def _make_room(path: Path) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return
    if size > MOST_BYTES:
        path.replace(path.with_name(f"{FILE}.old"))


def _append(path: Path, text: str) -> None:
    # A pipe under this name would be waited for; O_NONBLOCK refuses instead, where the system has it.
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags, 0o600)
    with os.fdopen(descriptor, "ab") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("no ordinary file")
        stream.write(text.encode("utf-8", "backslashreplace"))
