"""Reading libraries, beside what the YAML parser alone needs: ``python -m benchmarks.loading``.

The floor is ``yaml.compose`` with the C loader over every YAML file and every front matter of the same library:
it knows lines and columns, and nothing of what they mean.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.timing import machine, microseconds, print_table
from guide_tui.library.reader import read_library
from guide_tui.model.library import Library
from guide_tui.search.documents import documents
from guide_tui.search.index import Index
from guide_tui.services.opening import open_library

ROOT = Path(__file__).resolve().parent.parent
LINES = 20_000
TREES = 50


def generate(root: Path) -> None:
    """Write a library of so many lines: trees of chained questions with all the words that a real one has."""
    files = {
        "content/about.yaml": "title: Large\nsummary: Measures.\ndisclaimer: None.\n",
        "content/sources.yaml": (
            "guide:\n  title: The guide\n  short: Guide\n  publisher: Somebody\n  edition: undated\n"
            "  sections:\n    types: Types\n"
        ),
    }
    head = 4 + 1
    tail = 1 + 6
    each = 14
    questions = (LINES // TREES - head - tail) // each
    for tree in range(TREES):
        lines = [f"id: tree-{tree}", f"title: Tree {tree}", "about: Measures.", f"start: q-{tree}-0", "questions:"]
        for number in range(questions):
            name = f"q-{tree}-{number}"
            to = f"q-{tree}-{number + 1}" if number + 1 < questions else "end"
            lines += [
                f"  {name}:",
                f"    ask: What about number {number} of tree {tree}?",
                f"    short: Number {number}",
                "    why: Because **somebody** has to know, and *nobody* does.",
                "    cite: guide/types",
                "    kind: one",
                "    options:",
                "      first: {label: The first of them, also: [one, number one]}",
                "      second: {label: The second of them, hint: not the first}",
                "      not-sure: {label: I am not sure, unsure: true}",
                "    next:",
                f"      first: {to}",
                "      second: end",
                f"      else: {to}",
            ]
        lines += ["outcomes:", "  end:", "    verdict: Here it ends", "    tone: fine", "    says: Nothing more."]
        lines += ["    cite: guide/types"]
        files[f"decision_trees/tree-{tree}.yaml"] = "\n".join(lines) + "\n"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def texts(root: Path) -> list[str]:
    """The YAML of a library: its files, and the front matter of its Markdown."""
    found = []
    for path in sorted([*(root / "content").rglob("*"), *(root / "decision_trees").rglob("*")]):
        if path.suffix == ".yaml":
            found.append(path.read_text(encoding="utf-8"))
        elif path.suffix == ".md":
            found.append(path.read_text(encoding="utf-8").split("---\n")[1])
    return found


def compose(root: Path) -> None:
    """The floor."""
    for text in texts(root):
        yaml.compose(text, Loader=yaml.CSafeLoader)


def measure(root: Path, name: str) -> None:
    library: Library = read_library(root)
    assert library.trees, library.problems
    assert not [problem for problem in library.problems if problem.severity.value == "error"], library.problems[0]
    spent = microseconds(
        {
            "yaml.compose, C loader (the floor)": partial(compose, root),
            "read the library": partial(read_library, root),
            "open it: read, and keep back trees with circles": partial(open_library, root),
            "index it for search": lambda: Index(documents(library), library.synonyms),
        }
    )
    floor = next(iter(spent.values()))
    files = [*(root / "content").rglob("*.*"), *(root / "decision_trees").rglob("*.*")]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    print(f"{name}: {len(library.trees)} trees, {len(library.faq)} answers, {len(files)} files, {lines:,} lines")
    rows = [[label, f"{each / 1000:.0f}", f"x{each / floor:.1f}"] for label, each in spent.items()]
    print_table(("", "ms", "to floor"), rows)


if __name__ == "__main__":
    print(f"{machine()}\n")
    measure(ROOT, "The shipped library")
    with TemporaryDirectory() as folder:
        generate(Path(folder))
        measure(Path(folder), "A generated library")
