"""Noting a fault of the program without noting what the person typed."""

from __future__ import annotations

import os
import stat
import sys
from datetime import UTC, datetime

import pytest

from guide_tui.services.failure import FILE, MOST_BYTES, MOST_FRAMES, failure_lines, note_failure

NOW = datetime(2026, 11, 5, 9, 30, tzinfo=UTC)
SECRET = "Anne's college"


def raised(code: str, **names: object) -> BaseException:
    """The error that a piece of code raises."""
    try:
        exec(code, {"secret": SECRET, **names})
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def noted(error: BaseException) -> str:
    """What the log says of an error, without the line on versions."""
    return "\n".join(failure_lines(error, NOW, "1.2")[1:])


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("{}[secret]", "KeyError"),
        ("int(secret)", "ValueError"),
        ("raise RuntimeError(secret)", "RuntimeError"),
        ("assert False, secret", "AssertionError"),
        ("open('/nowhere/' + secret)", "FileNotFoundError (No such file or directory)"),
        ("secret.nothing", "AttributeError (str.nothing)"),
        ("nothing", "NameError (nothing)"),
        ("import nothing_of_that_name", "ModuleNotFoundError (nothing_of_that_name)"),
        ("(secret + '\\ud800').encode()", "UnicodeEncodeError (utf-8: surrogates not allowed)"),
        ("raise OSError(secret)", "OSError"),
    ],
)
def test_errors_are_noted_by_kind_and_never_by_their_words(code, said) -> None:
    """The message of an error can quote an answer, so it is left out; what comes from code or system is told."""
    text = noted(raised(code))
    assert text.split("\n")[0] == said
    assert SECRET not in text


def test_places_in_the_code_are_noted_without_folders_of_the_person() -> None:
    """A position is told as its package knows it; the folder it is installed in can be named after somebody."""
    text = noted(raised("read_day(None, None)", read_day=__import__("guide_tui.services.when").services.when.read_day))
    assert "\n  guide_tui/services/when.py:" in text
    assert " in read_day" in text
    assert str(os.getcwd()) not in text  # noqa: PTH109


def test_errors_behind_an_error_are_noted() -> None:
    """What an error came from, was raised amid or holds is told too, each once."""
    code = """
try:
    try: {}[secret]
    except KeyError as error: raise ValueError(secret) from error
except ValueError:
    raise ExceptionGroup(secret, [OSError(secret), TypeError(secret)])
"""
    kinds = [line for line in noted(raised(code)).split("\n") if not line.startswith("  ")]
    assert kinds == [
        "ExceptionGroup",
        "while handling ValueError",
        "holding OSError",
        "holding TypeError",
        "from KeyError",
    ]
    assert SECRET not in noted(raised(code))


def test_error_of_a_worker_is_noted_with_what_it_holds() -> None:
    """An error that carries another along, as those of workers do, tells that one."""
    error = RuntimeError(SECRET)
    error.error = raised("{}[secret]")  # type: ignore[attr-defined]
    assert "holding KeyError\n" in noted(error)


def test_errors_in_a_circle_are_noted_once() -> None:
    """Errors that name each other as cause do not hold the note up."""
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert noted(first) == "ValueError\nfrom KeyError"


def test_endless_recursion_is_noted_briefly() -> None:
    """A thousand equal positions are cut down to the first and the last."""
    lines = noted(raised("def f(): f()\nf()")).split("\n")
    assert len(lines) == MOST_FRAMES + 2
    assert lines[0] == "RecursionError"
    assert "  and " in lines[MOST_FRAMES // 2 + 1]


def test_note_says_which_program_on_which_system() -> None:
    """Who mends the fault sees when it happened, and the versions."""
    first = failure_lines(ValueError(), NOW, "1.2")[0]
    assert first.startswith(f"2026-11-05T09:30:00+00:00 guide 1.2, Python {sys.version.split()[0]}, ")


def test_sentence_names_the_log(tmp_path) -> None:
    """The person is told in one sentence what happened, what of their answers, and where the note is."""
    said = note_failure(raised("{}[secret]"), tmp_path / "data", NOW, "1.2")
    assert said == (
        "The program has ended because of a fault in it; your answers are kept as usual, and a note of the fault, "
        f'which holds none of them, is in "{tmp_path / "data" / FILE}".'
    )
    assert (tmp_path / "data" / FILE).read_text(encoding="utf-8").count("KeyError") == 1


def test_log_stays_small(tmp_path) -> None:
    """However often it fails, the log and the one before it stay small, and the latest fault is in it."""
    for number in range(60):
        note_failure(raised("def f(): f()\nf()"), tmp_path, NOW, f"version {number}")
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 3 * MOST_BYTES
    assert {file.name for file in tmp_path.iterdir()} <= {FILE, f"{FILE}.old"}
    assert "guide version 59," in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_log_is_for_its_owner(tmp_path) -> None:
    """Nobody else on the computer reads it."""
    note_failure(ValueError(), tmp_path, NOW, "1.2")
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("obstacle", ["file", "folder", "pipe"])
def test_log_that_cannot_be_written_is_told(obstacle, tmp_path) -> None:
    """Where there is no room for the note, the sentence says so, at once."""
    folder = tmp_path / "data"
    if obstacle == "file":
        folder.touch()
    elif obstacle == "folder":
        (folder / FILE).mkdir(parents=True)
    else:
        folder.mkdir()
        os.mkfifo(folder / FILE)
    assert "but no note of the fault can be written to" in note_failure(ValueError(), folder, NOW, "1.2")
