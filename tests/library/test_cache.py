"""Libraries that were read, kept in files."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import sys
from pathlib import Path

import pytest

from guide_tui.library.cache import MOST_FILES, fingerprint, load_library, save_library
from guide_tui.library.reader import read_library

LIBRARY = Path(__file__).parents[1] / "cases" / "library"
NAME = "a" * 64


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the small library, to be changed."""
    return Path(shutil.copytree(LIBRARY, tmp_path / "copy"))


def test_library_comes_back_as_it_was(tmp_path) -> None:
    """What is kept equals what was read, down to the order of its parts."""
    library = read_library(LIBRARY)
    save_library(tmp_path / "cache", NAME, library)
    again = load_library(tmp_path / "cache", NAME)
    assert again == library
    assert again is not None
    assert [*again.trees] == [*library.trees]
    assert [*again.faq] == [*library.faq]


def test_fingerprint_is_that_of_the_files_wherever_they_are(copy) -> None:
    """A library that was moved is the same library."""
    assert fingerprint(copy) == fingerprint(LIBRARY)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content" / "about.yaml").open("a").write("\n"),
        lambda root: (root / "content" / "faq" / "lost-key.md").rename(root / "content" / "faq" / "found-key.md"),
        lambda root: (root / "content" / "faq" / "lost-key.md").unlink(),
        lambda root: (root / "decision_trees" / "new.yaml").touch(),
        lambda root: (root / "decision_trees" / "hire.yaml").rename(root / "content" / "hire.yaml"),
    ],
)
def test_every_change_of_a_file_gives_another_fingerprint(change, copy) -> None:
    """What was changed, renamed, added, moved or taken away is never served as it was."""
    before = fingerprint(copy)
    change(copy)
    assert fingerprint(copy) != before


def test_files_beside_the_library_do_not_count(copy) -> None:
    """A repository holds more than its library."""
    before = fingerprint(copy)
    (copy / "notes.txt").touch()
    assert fingerprint(copy) == before


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_pipe_among_the_files_is_not_waited_for(copy) -> None:
    """A library with something else than files in it has no fingerprint, and is read by who can tell."""
    os.mkfifo(copy / "content" / "pipe.yaml")
    with pytest.raises(OSError, match="no ordinary file"):
        fingerprint(copy)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: data + b"more",
        lambda data: b"something else " * 20,
    ],
)
def test_damaged_file_is_not_used(spoil, tmp_path) -> None:
    """A file that was cut off or changed counts as none."""
    save_library(tmp_path, NAME, read_library(LIBRARY))
    file = tmp_path / f"{NAME}.library"
    file.write_bytes(spoil(file.read_bytes()))
    assert load_library(tmp_path, NAME) is None


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (os.environ["EVIL"],)


@pytest.mark.parametrize(
    "value",
    [_Evil(), os.mkdir, {"no": "library"}, pytest, Path("/")],
    ids=["code", "function", "other", "module", "path"],
)
def test_file_cannot_run_code(value, tmp_path, monkeypatch) -> None:
    """Whoever can write into the folder cannot have anything done: only the parts of a library are made."""
    monkeypatch.setenv("EVIL", str(tmp_path / "made"))
    try:
        body = pickle.dumps(value, 5)
    except TypeError:
        body = b"cpytest\nmain\n."
    head = b"guide-tui library 1\n" + hashlib.sha256(body).hexdigest().encode() + b"\n"
    (tmp_path / f"{NAME}.library").write_bytes(head + body)
    assert load_library(tmp_path, NAME) is None
    assert not (tmp_path / "made").exists()


def test_folder_does_not_grow(tmp_path) -> None:
    """Libraries of long ago are cleared away."""
    library = read_library(LIBRARY)
    for number in range(MOST_FILES + 3):
        save_library(tmp_path, f"{number:064}", library)
        os.utime(tmp_path / f"{number:064}.library", (number, number))
    assert len([*tmp_path.iterdir()]) == MOST_FILES
    assert load_library(tmp_path, f"{MOST_FILES + 2:064}") is not None


def test_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path) -> None:
    """Keeping a library never fails."""
    (tmp_path / "file").touch()
    save_library(tmp_path / "file" / "cache", NAME, read_library(LIBRARY))
    assert load_library(tmp_path / "file" / "cache", NAME) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_a_pipe_in_place_of_the_file_is_none(tmp_path):
    """Nobody waits for what will never be written."""
    os.mkfifo(tmp_path / f"{'0' * 64}.library")
    assert load_library(tmp_path, "0" * 64) is None


def test_members_of_an_enumeration_are_saved_by_their_value(tmp_path):
    """Whatever this version of Python would do with them: a file holds classes of the model and plain values only."""
    save_library(tmp_path, "0" * 64, read_library(LIBRARY))
    (file,) = tmp_path.iterdir()
    assert b"getattr" not in file.read_bytes()
