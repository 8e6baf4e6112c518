"""Postings kept between starts."""

from __future__ import annotations

import os

import pytest

from guide_tui.search.cache import MOST_FILES, fingerprint, load_columns, save_columns
from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.index import Index
from guide_tui.search.postings import columns_of

DOCUMENTS = (
    Document("faq:a", DocumentKind.ANSWER, "How long do we keep records?", ("retention",), "Three years. QO 1 too."),
    Document("term:b", DocumentKind.TERM, "Écrit ﬁnal", (), "日本 and \ud800 are text too."),
)
COLUMNS = columns_of(DOCUMENTS)


@pytest.fixture
def saved(tmp_path):
    """A folder with the postings of the documents in it, and their file."""
    name = fingerprint(DOCUMENTS)
    save_columns(tmp_path, name, COLUMNS)
    (file,) = tmp_path.iterdir()
    return tmp_path, name, file


def test_what_was_saved_is_read_back(saved):
    """An index over columns from a file finds just what one over fresh ones finds."""
    folder, name, _ = saved
    columns = load_columns(folder, name)
    assert columns == COLUMNS
    for query in ("keep recrods", "retention", "qo1", "final", "日本"):
        assert Index(DOCUMENTS, (), columns).find(query) == Index(DOCUMENTS).find(query)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"record", b"recorb"),
        lambda data: data[:-4] + b"\xff\xff\xff\xff",
        lambda data: b"guide-tui postings 1\n" + b"0" * 64 + b"\n{}\n",
        lambda data: os.urandom(1000),
    ],
)
def test_damage_is_noticed(saved, damage):
    """A file that is not just what was written is as good as none."""
    folder, name, file = saved
    file.write_bytes(damage(file.read_bytes()))
    assert load_columns(folder, name) is None


@pytest.mark.parametrize(
    "changed",
    [
        DOCUMENTS[::-1],
        DOCUMENTS[:1],
        (Document("faq:a", DocumentKind.ANSWER, "How long do we keep records", ("?retention",), "x"), DOCUMENTS[1]),
        (Document("faq:a", DocumentKind.ANSWER, DOCUMENTS[0].title, (), "retention" + DOCUMENTS[0].text), DOCUMENTS[1]),
    ],
)
def test_other_documents_have_another_name(changed):
    """Any change of what can be found, and of its order, leads to another file."""
    assert fingerprint(changed) != fingerprint(DOCUMENTS)


def test_a_missing_file_is_none(tmp_path):
    """Nothing saved, nothing read."""
    assert load_columns(tmp_path / "nowhere", fingerprint(DOCUMENTS)) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among files here")
def test_a_pipe_in_place_of_the_file_is_none(tmp_path):
    """Nobody waits for what will never be written."""
    name = fingerprint(DOCUMENTS)
    os.mkfifo(tmp_path / f"{name}.postings")
    assert load_columns(tmp_path, name) is None


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path):
    """Saving never fails: the program goes on without a cache."""
    (tmp_path / "file").write_text("in the way")
    save_columns(tmp_path / "file" / "cache", fingerprint(DOCUMENTS), COLUMNS)
    assert (tmp_path / "file").read_text() == "in the way"


def test_old_files_are_cleared_away(tmp_path):
    """Only the newest files stay, and nothing half written, and nothing of others is touched."""
    (tmp_path / "mine.txt").write_text("keep")
    for number in range(MOST_FILES + 3):
        save_columns(tmp_path, f"{number:064}", COLUMNS)
        os.utime(tmp_path / f"{number:064}.postings", (number, number))
    save_columns(tmp_path, "f" * 64, COLUMNS)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names[-2:] == [f"{'f' * 64}.postings", "mine.txt"]
    assert len(names) == MOST_FILES + 1
