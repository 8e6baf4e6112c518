"""The days on which a centre is closed."""

from __future__ import annotations

import os
from datetime import date

import pytest

from guide_tui.errors import StoreError
from guide_tui.services.closed_days import (
    FILE,
    MOST_BYTES,
    ClosedDays,
    Closure,
    add_closure,
    read_closed_days,
    remove_closure,
)

CHRISTMAS = Closure(date(2026, 12, 30), date(2027, 1, 1), "Christmas closure")
TRAINING = Closure(date(2027, 2, 15), date(2027, 2, 15), "")


def written(tmp_path, text: str | bytes) -> ClosedDays:
    """What is read from a file with this text."""
    (tmp_path / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_closed_days(tmp_path)


def test_without_a_file_no_day_is_closed(tmp_path) -> None:
    """Nobody has to write one."""
    assert read_closed_days(tmp_path) == ClosedDays()


def test_days_and_ranges_are_read_with_their_reasons(tmp_path) -> None:
    """A line is a day or a range, the reason is optional, comments and empty lines are passed over."""
    found = written(tmp_path, "# ours\n\n2026-12-30 to 2027-01-01: Christmas closure\n2027-02-15\n")
    assert found.days == {
        date(2026, 12, 30): "Christmas closure",
        date(2026, 12, 31): "Christmas closure",
        date(2027, 1, 1): "Christmas closure",
        date(2027, 2, 15): "your centre is closed",
    }
    assert found.notice == ""


@pytest.mark.parametrize(
    "line", ["21 December 2026", "2026-13-01", "2027-01-02 to 2027-01-01", "2020-01-01 to 2027-01-01", "closed"]
)
def test_a_line_that_cannot_be_read_is_told_and_the_others_count(tmp_path, line) -> None:
    """One slip costs a notice, not the file."""
    found = written(tmp_path, f"2027-02-15: Training\n{line}\n")
    assert found.days == {date(2027, 2, 15): "Training"}
    assert found.notice.startswith("Line 2 of ")
    assert "2026-12-21 to 2027-01-01: Christmas closure" in found.notice


@pytest.mark.parametrize("content", [b"\xff\xfe2\x00", b"\x80"])
def test_what_is_no_text_is_told(tmp_path, content) -> None:
    """A file saved in another encoding does not stop anything."""
    found = written(tmp_path, content)
    assert (found.days, "cannot be read as text" in found.notice) == ({}, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a matter of Unix")
def test_a_pipe_of_that_name_is_told(tmp_path) -> None:
    """Nothing is waited for."""
    os.mkfifo(tmp_path / FILE)
    assert "cannot be read" in read_closed_days(tmp_path).notice


def test_a_file_in_place_of_the_folder_holds_no_closed_days(tmp_path) -> None:
    """That is told once, where answers cannot be kept."""
    (tmp_path / "data").write_text("x")
    assert read_closed_days(tmp_path / "data") == ClosedDays()


def test_reasons_cannot_act_on_a_terminal(tmp_path) -> None:
    """What stands in the file is shown beside dates."""
    assert written(tmp_path, "2027-02-15: a\x1b]52;c\u202e\n").days == {date(2027, 2, 15): "a<U+001B>]52;c<U+202E>"}


def test_a_folder_of_that_name_is_told(tmp_path) -> None:
    """Nor does a folder in its place."""
    (tmp_path / FILE).mkdir()
    assert "cannot be read" in read_closed_days(tmp_path).notice


def test_closures_are_told_line_by_line(tmp_path) -> None:
    """Beside the days there are the lines that they come from."""
    found = written(tmp_path, "2026-12-30 to 2027-01-01: Christmas closure\n2027-02-15\nnonsense\n")
    assert found.closures == (CHRISTMAS, TRAINING)


def test_a_closure_is_added_and_taken_away(tmp_path) -> None:
    """The file is made where there is none; what a person wrote into it by hand stays, byte for byte."""
    add_closure(tmp_path / "new", TRAINING)
    assert read_closed_days(tmp_path / "new").closures == (TRAINING,)
    by_hand = "# ours\r\nnonsense\r\n\n2027-02-15"
    (tmp_path / FILE).write_text(by_hand, newline="")
    add_closure(tmp_path, CHRISTMAS)
    assert read_closed_days(tmp_path).closures == (TRAINING, CHRISTMAS)
    remove_closure(tmp_path, TRAINING)
    remove_closure(tmp_path, TRAINING)
    assert (tmp_path / FILE).read_bytes() == b"# ours\r\nnonsense\r\n\n2026-12-30 to 2027-01-01: Christmas closure\n"
    assert {path.name for path in tmp_path.iterdir()} == {FILE, "new"}


@pytest.mark.parametrize("content", [b"\xff\xfe2\x00", b"#" * (MOST_BYTES + 1), None])
def test_a_file_that_cannot_be_used_is_left_alone(tmp_path, content) -> None:
    """Nothing is written over what cannot be read whole."""
    if content is None:
        (tmp_path / FILE).mkdir()
    else:
        (tmp_path / FILE).write_bytes(content)
    for change in (add_closure, remove_closure):
        with pytest.raises(StoreError, match=r"closed-days\.txt"):
            change(tmp_path, TRAINING)
    assert content is None or (tmp_path / FILE).read_bytes() == content
