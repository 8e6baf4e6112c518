"""A library that was read, kept in a file so that it need not be read again at every start.

A file is named after everything that it was made from: the bytes of every file of the library, and the code that reads
them. So a stale one is never found, and a damaged one shows by its checksum. Whatever is wrong with the folder, the
worst that happens is that the library is read anew.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from guide_tui.kept_files import KeptFiles
from guide_tui.model.library import Library

MOST_FILES = 4
"""How many libraries are kept, the newest: a person reads one, or a few."""

MOST_BYTES = 50_000_000
"""A library that is larger than this is not kept."""

FOLDERS = ("content", "decision_trees")
"""What a library consists of."""

_FILES = KeptFiles(b"guide-tui library 1\n", ".library", MOST_FILES)
_PLAIN: dict[tuple[str, str], type] = {("datetime", "date"): date}


def fingerprint(root: Path) -> str:
    """A name for the library under ``root`` and the code that reads it: 64 hexadecimal digits.

    Raises:
        OSError: A file or a folder cannot be read, or there is too much of it.
    """
    digest = hashlib.sha256(_code().encode())
    room = MOST_BYTES
    for name in FOLDERS:
        for where, path in _files(name, str(root / name)):
            data = _bytes(path)
            room -= len(data)
            if room < 0:
                raise OSError("too large")
            # The lengths go in too, so that no two rows of files run together into the same bytes.
            told = where.encode("utf-8", "surrogatepass")
            digest.update(b"%d:%d:" % (len(told), len(data)) + told)
            digest.update(data)
    return digest.hexdigest()


def load_library(folder: Path, name: str) -> Library | None:
    """The library that was saved under a fingerprint; None where there is none, or it is damaged."""
    body = _FILES.load(folder, name)
    if body is None:
        return None
    try:
        found = _Reader(io.BytesIO(body)).load()
    # A file that somebody else wrote can hold anything, and unpickling it can raise anything.
    except Exception:
        return None
    return found if isinstance(found, Library) else None


def save_library(folder: Path, name: str, library: Library) -> None:
    """Save a library under a fingerprint, whole or not at all, and clear away the oldest files. Never fails."""
    stream = io.BytesIO()
    _Writer(stream).dump(library)
    _FILES.save(folder, name, stream.getvalue())


class _Writer(pickle.Pickler):
    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream, protocol=5)
        self._fields: dict[type[Any], tuple[str, ...]] = {}

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, Enum):
            # Some versions of Python would save a member as a call of getattr, which the reader does not make.
            return type(value), (value.value,)
        # Made by a call, a frozen dataclass comes back twice as fast as by the state that it would save.
        kind = type(value)
        if kind not in self._fields:
            self._fields[kind] = _init_fields(kind)
        names = self._fields[kind]
        return (kind, tuple(getattr(value, name) for name in names)) if names else NotImplemented


def _init_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass that a call sets, if that is all of them; empty for everything else."""
    found = fields(kind) if is_dataclass(kind) else ()
    return tuple(field.name for field in found) if all(field.init for field in found) else ()


class _Reader(pickle.Unpickler):
    """Makes nothing but what a library is made of, so that a file in the folder cannot run code."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        if module.startswith("guide_tui.model.") and name.isidentifier():
            found = getattr(import_module(module), name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a library")


def _files(where: str, folder: str) -> Iterator[tuple[str, str]]:
    """Every ordinary file below a folder, in one order; none where there is no folder.

    Yields:
        Its path from the library's root, with slashes, and its path. Text, because paths would take as long to put
        together as the files take to read, and every start waits for this.
    """
    if not os.path.isdir(folder):  # noqa: PTH112
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _files(f"{where}/{entry.name}", entry.path)
        elif entry.is_file():
            yield f"{where}/{entry.name}", entry.path
        else:
            # A pipe would be waited for.
            raise OSError("no ordinary file")


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read()


def _code() -> str:
    """What reading depends on beside the library's files."""
    package = Path(__file__).parent.parent
    sources = sorted(path for part in ("library", "model", "trees") for path in (package / part).glob("*.py"))
    states = [(path.name, path.stat()) for path in sources]
    return repr([sys.version_info[:2], *((name, state.st_size, state.st_mtime_ns) for name, state in states)])
