"""Postings kept in a file, so that the same library need not be read through again at every start.

A file is named after everything that it was made from: the documents, the code that reads them, and the machine's
way of storing numbers. So a stale one is never found, and a damaged one shows by its checksum. Whatever is wrong with
the folder, the worst that happens is that postings are made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from array import array
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from guide_tui.search.documents import Document
from guide_tui.search.postings import Columns

MOST_FILES = 6
"""How many files are kept, the newest: a person reads one library, or a few."""

_MAGIC = b"guide-tui postings 1\n"
_ENDING = ".postings"
_NUMBERS = ("word_terms", "tokens", "starts", "first", "entries", "entry_starts", "titled", "titled_starts")
_WORDS = ("stems", "words")


def fingerprint(documents: Iterable[Document]) -> str:
    """A name for what postings are made from: 64 hexadecimal digits. The order of the documents counts."""
    digest = hashlib.sha256(_code().encode())
    for document in documents:
        for part in (document.title, *document.also, document.text):
            # The length goes in too, so that no two rows of texts run together into the same bytes.
            data = part.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(data))
            digest.update(data)
        digest.update(b";")
    return digest.hexdigest()


def load_columns(folder: Path, name: str) -> Columns | None:
    """The columns that were saved under a fingerprint; None where there are none, or they are damaged."""
    path = folder / f"{name}{_ENDING}"
    try:
        # A pipe of that name would keep us waiting for ever.
        return _read(path.read_bytes()) if path.is_file() else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def save_columns(folder: Path, name: str, columns: Columns) -> None:
    """Save columns under a fingerprint, whole or not at all, and clear away the oldest files. Never fails."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        # Another process may write the same file at the same time.
        unfinished = folder / f"{name}.{os.getpid()}.tmp"
        try:
            unfinished.write_bytes(_written(columns))
            unfinished.replace(folder / f"{name}{_ENDING}")
        finally:
            unfinished.unlink(missing_ok=True)
        _clear(folder)


def _written(columns: Columns) -> bytes:
    header: dict[str, Any] = {name: getattr(columns, name) for name in _WORDS}
    numbers = {name: getattr(columns, name) for name in _NUMBERS}
    header["counts"] = {name: len(each) for name, each in numbers.items()}
    head = json.dumps(header).encode("ascii") + b"\n"
    body = head + b"".join(each.tobytes() for each in numbers.values())
    return _MAGIC + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body


def _read(data: bytes) -> Columns:
    """What :func:`_written` wrote.

    Raises:
        ValueError: It is something else.
    """
    start = len(_MAGIC) + 65
    body = memoryview(data)[start:]
    if data[:start] != _MAGIC + hashlib.sha256(body).hexdigest().encode("ascii") + b"\n":
        raise ValueError("not postings, or damaged")
    head = data.index(b"\n", start)
    header = json.loads(data[start:head])
    at = head + 1 - start
    numbers: list[array[int]] = []
    for name in _NUMBERS:
        column = array("I")
        end = at + header["counts"][name] * column.itemsize
        column.frombytes(body[at:end])
        numbers.append(column)
        at = end
    return Columns(header["stems"], header["words"], *numbers)


def _clear(folder: Path) -> None:
    files = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[MOST_FILES:]:
        path.unlink(missing_ok=True)


@cache
def _code() -> str:
    """What the making of postings depends on beside the documents."""
    here = Path(__file__).parent
    sources = (here / "words.py", here / "postings.py")
    code = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    return f"{code} {sys.byteorder} {array('I').itemsize} {sys.version_info[:2]}"
