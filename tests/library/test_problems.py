"""What an author is told about each fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guide_tui.library
from guide_tui.library.reader import read_library
from guide_tui.model.problem import Severity

from .conftest import SOUND, WriteLibrary, sound

HERE = Path(__file__).parent
TREE = "decision_trees/apply.yaml"
MANY_KEYS = b"id: apply\n" + b"".join(b"k%d: v\n" % number for number in range(300))


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u202e", "\u202e")


def _cases() -> list[tuple[str, str, str, list[str]]]:
    cases = []
    for block in (HERE / "problems.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        lines = block.strip().splitlines()
        if lines:
            old, new = (_unescaped(line[2:]) for line in lines[1:3])
            cases.append((lines[0].removeprefix("file "), old, new, [line[2:] for line in lines[3:]]))
    return cases


WHOLE_FILES = [
    (TREE, b"a\0b", "not-text", "1:2: this file holds a zero byte, so it is no text file and is not read."),
    (TREE, b"id: caf\xe9\n", "not-utf-8", "1:8: the byte 0xE9 is not UTF-8, so this file is not read."),
    (TREE, "id: a\n".encode("utf-16"), "not-utf-8", "1:1: this file is saved as UTF-16, and content is UTF-8"),
    (TREE, b"#" * 1_000_001, "too-large", "1:1: this file is larger than 1 MB, so it is not read."),
    (TREE, b"", "empty-file", "1:1: this file is empty, so there is nothing to read."),
    (TREE, b"# nothing\n", "empty-file", "1:1: this file is empty, so there is nothing to read."),
    (TREE, b"- a\n", "not-a-mapping", '1:1: this file holds a list where "key: value" lines are expected'),
    (TREE, b"hello\n", "not-a-mapping", '1:1: this file holds text where "key: value" lines are expected'),
    (TREE, b"id: apply\n---\nid: b\n", "second-document", '2:1: a second document begins here with "---"'),
    (TREE, b"a: " + b"[" * 5000, "too-deep", "1:53: values are nested more than 50 levels deep here"),
    (TREE, MANY_KEYS, "too-many-problems", "202:1: this file has more than 200 problems, and the rest are not listed."),
    (
        "content/facst.yaml",
        b"a: b\n",
        "stray-file",
        "1:1: content/ has no file of this name, so it is not read. Did you",
    ),
    ("decision_trees/other.yml", b"a: b\n", "stray-file", "1:1: files here end in .yaml, so this one is not read."),
    (
        "decision_trees/Big.yaml",
        b"a: b\n",
        "not-an-id",
        '1:1: the file\'s name "Big" cannot be an id, so it is not read.',
    ),
    ("content/about.yaml", None, "missing-file", "1:1: this file is missing, so the library has no title, no contacts"),
    (
        "decision_trees/zebra.yaml",
        sound(TREE).replace("id: apply", "id: zebra").replace("Who takes part?", "Who else?"),
        "two-wordings",
        '6:3: "partners" is worded differently in decision_trees/apply.yaml:6:3, so answers to the two would mix.',
    ),
    (
        "content/guide/more.md",
        SOUND["content/guide/basics.md"],
        "duplicate-section",
        '7:1: the section "types" is also digested in content/guide/basics.md:7:1, so a citation could open only one.',
    ),
    (
        "content/guide/basics.md",
        "---\ntitle: t\nsource: guide\n---\n" + ("## T {#types}\n" + "![" * 9_000 + "\n") * 7,
        "too-many-signs",
        "9:14: this file holds more than 50,000 signs of Markdown, so its texts are not read from here on.",
    ),
    (
        "content/faq/when.md",
        "---\nquestion: q\ncite: guide/types\n---\n" + "a " * 12_000,
        "long-text",
        "4:4: this text is longer than 20,000 characters, so it is not read.",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), _cases())
def test_message(write_library: WriteLibrary, file: str, old: str, new: str, expected: list[str]) -> None:
    """A fault in one file gives exactly these problems, word for word."""
    text = sound(file)
    assert old in text
    library = read_library(write_library({file: text.replace(old, new, 1)}))
    assert [f"{problem.code} | {problem}" for problem in library.problems] == expected


@pytest.mark.parametrize(("file", "content", "code", "message"), WHOLE_FILES)
def test_message_about_a_whole_file(
    write_library: WriteLibrary, file: str, content: str | bytes | None, code: str, message: str
) -> None:
    """A file that is wrong as a whole is named with its place, and why it is not read."""
    problems = read_library(write_library({file: content})).problems
    assert [p for p in problems if p.code == code and str(p).startswith(f"{file}:{message}")], problems


def test_every_code_has_a_message_test() -> None:
    """No problem can be added to the readers without a test of its words."""
    package = Path(next(iter(guide_tui.library.__path__)))
    named = re.compile(
        r"(?:error|warning|unknown|knows|Reference|Problem)"
        r'\([^"]*?(?:"\w+", |Place\([^"]*?)?"([a-z0-9]+(?:-[a-z0-9]+)+)"'
    )
    own = [path for path in package.glob("*.py") if path.name not in ("answers.py", "usage.py")]
    codes = {code for path in own for code in named.findall(path.read_text(encoding="utf-8"))}
    tested = {message.split(" | ")[0] for *_, messages in _cases() for message in messages}
    tested |= {code for _, _, code, _ in WHOLE_FILES}
    elsewhere = {"outside", "not-a-file"}
    assert len(codes) > 40
    assert codes - tested - elsewhere == set()


def test_a_fault_costs_only_its_own_file(write_library: WriteLibrary) -> None:
    """Everything else is served beside a broken tree, and links to that tree are no second problem."""
    library = read_library(write_library({TREE: "id: [\n"}))
    assert list(library.trees) == []
    assert list(library.faq) == ["when"]
    assert library.faq["when"].check == ""
    assert [problem.place.file for problem in library.problems] == [TREE]


def test_errors_come_first(write_library: WriteLibrary) -> None:
    """Errors stand before warnings, then problems are in the order of their places."""
    root = write_library(
        {
            "content/facst.yaml": "a: b\n",
            TREE: sound(TREE).replace("tone: fine", "tone: fin").replace("kind: one", "kind: won"),
        }
    )
    problems = read_library(root).problems
    assert [problem.severity for problem in problems] == [Severity.ERROR] * 2 + [Severity.WARNING]
    assert [problem.place.line for problem in problems[:2]] == [11, 24]
