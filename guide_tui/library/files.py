"""Reading a file of a library as text, whatever it turns out to be."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from guide_tui.library.report import Report
from guide_tui.model.characters import FORBIDDEN, name_of, visible
from guide_tui.model.problem import Place

MOST_BYTES = 1_000_000
"""The largest file that is read. The longest sensible one has a tenth of it."""


def open_report(path: Path, root: Path) -> Report | None:
    """A report that holds the file's text, line ends made ``\\n`` and characters that nobody may see replaced.

    Problems with the file as a whole are in the report; where they leave nothing to read, its text is empty and its
    errors are counted. None where there is no such file.

    Args:
        path: The file, inside ``root`` unless it is a link.
        root: The library's folder. What lies outside is not read, even through a link.
    """
    report = Report(file_name(path, root))
    whole = Place(report.file)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            what = "this is a link that leads out of the library, so it is not read"
            report.error("outside", whole, what, "Copy the file into the library.")
            return report
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            what = (
                f"this is {'a folder' if stat.S_ISDIR(kind.st_mode) else 'no ordinary file'} where a file is expected"
            )
            report.error("not-a-file", whole, f"{what}, so it is not read", "Rename or remove it.")
            return report
        # One byte more than allowed is read, since a file may grow after it was measured.
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        if not path.is_symlink():
            return None
        report.error(
            "unreadable", whole, "this is a link to a file that does not exist, so it is not read", "Remove it."
        )
    except (OSError, RuntimeError) as error:
        # Up to Python 3.12 a circle of links is a RuntimeError.
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        what = f"this file cannot be read ({reason.lower()}), so nothing in it is used"
        report.error("unreadable", whole, what, "Check that it exists and that you may read it.")
    else:
        _decode(report, content)
    return report


def file_name(path: Path, root: Path) -> str:
    """How problems name the file: relative to the library, with forward slashes."""
    try:
        name = path.relative_to(root).as_posix()
    except ValueError:
        name = path.as_posix()
    return visible(name)


def _decode(report: Report, content: bytes) -> None:
    whole = Place(report.file)
    if len(content) > MOST_BYTES:
        what = f"this file is larger than {MOST_BYTES // 1_000_000} MB, so it is not read"
        report.error("too-large", whole, what, "Content files are small; check that this is one, or split it.")
        return
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        what = "this file is saved as UTF-16, and content is UTF-8, so it is not read"
        report.error("not-utf-8", whole, what, "Save it as UTF-8 in the editor.")
        return
    content = content.removeprefix(codecs.BOM_UTF8)
    zero = content.find(b"\0")
    if zero >= 0:
        report.text = _lines(content[:zero].decode("utf-8", "replace"))
        place = report.at(len(report.text))
        report.text = ""
        what = "this file holds a zero byte, so it is no text file and is not read"
        report.error("not-text", place, what, "Check that the right file was saved here.")
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        report.text = _lines(content[: error.start].decode("utf-8"))
        place = report.at(len(report.text))
        report.text = ""
        what = f"the byte 0x{content[error.start]:02X} is not UTF-8, so this file is not read"
        report.error("not-utf-8", place, what, "Save the file as UTF-8 in the editor.")
        return
    report.text = _lines(text)
    _refuse_hidden(report)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _refuse_hidden(report: Report) -> None:
    """Report tabs and hidden characters, and replace them one for one, so that all positions stay."""
    text = report.text
    if "\t" in text:
        lines = sum("\t" in line for line in text.splitlines())
        what = f"a tab stands here (lines with tabs: {lines}), and editors disagree on how wide it is"
        report.error("tab", report.at(text.index("\t")), what, "Indent with spaces; most editors convert tabs to them.")
    found = False
    for match in FORBIDDEN.finditer(text):
        found = True
        what = f"the character {name_of(match[0])} stands here, which cannot be seen and could mislead a reader"
        report.error("hidden-character", report.at(match.start()), what, "Delete it.")
        if len(report.problems) >= 20:
            break
    if found:
        report.text = FORBIDDEN.sub("\ufffd", text)
