"""Postings kept in a file, so that the same library need not be read through again at every start.

A file is named after everything that it was made from: the documents, the code that reads them, and the machine's
way of storing numbers. So a stale one is never found, and a damaged one shows by its checksum. Whatever is wrong with
the folder, the worst that happens is that postings are made anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from array import array
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from guide_tui.kept_files import KeptFiles
from guide_tui.search.documents import Document
from guide_tui.search.postings import Columns

MOST_FILES = 6
"""How many files are kept, the newest: a person reads one library, or a few."""

_FILES = KeptFiles(b"guide-tui postings 1\n", ".postings", MOST_FILES)
_LINE = re.compile(rb"[^\n]*\n")
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
    body = _FILES.load(folder, name)
    try:
        return None if body is None else _read(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def save_columns(folder: Path, name: str, columns: Columns) -> None:
    """Save columns under a fingerprint, whole or not at all, and clear away the oldest files. Never fails."""
    _FILES.save(folder, name, _written(columns))


def _written(columns: Columns) -> bytes:
    header: dict[str, Any] = {name: getattr(columns, name) for name in _WORDS}
    numbers = {name: getattr(columns, name) for name in _NUMBERS}
    header["counts"] = {name: len(each) for name, each in numbers.items()}
    head = json.dumps(header).encode("ascii") + b"\n"
    return head + b"".join(each.tobytes() for each in numbers.values())


def _read(body: memoryview) -> Columns:
    """What :func:`_written` wrote.

    Raises:
        ValueError: It is something else.
    """
    # Found in place: the columns behind it can be many megabytes.
    first_line = _LINE.match(body)
    if first_line is None:
        raise ValueError("no first line")
    header = json.loads(bytes(first_line.group()))
    at = first_line.end()
    numbers: list[array[int]] = []
    for name in _NUMBERS:
        column = array("I")
        end = at + header["counts"][name] * column.itemsize
        column.frombytes(body[at:end])
        numbers.append(column)
        at = end
    return Columns(header["stems"], header["words"], *numbers)


@cache
def _code() -> str:
    """What the making of postings depends on beside the documents."""
    here = Path(__file__).parent
    sources = (here / "words.py", here / "postings.py")
    code = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    return f"{code} {sys.byteorder} {array('I').itemsize} {sys.version_info[:2]}"
