"""Opening the index of a library."""

from __future__ import annotations

from pathlib import Path

from guide_tui.services.indexing import open_index
from guide_tui.services.opening import open_library

ROOT = Path(__file__).parents[2]
LIBRARY = open_library(ROOT / "tests" / "cases" / "library")


def test_a_cache_changes_nothing_but_the_time(tmp_path):
    """Without a cache, making it, from it, and after it was damaged: the same answer."""
    queries = [entry.question for entry in LIBRARY.faq.values()] + ["aprovl", "kind:term"]
    wanted = [open_index(LIBRARY).find(query) for query in queries]
    folder = tmp_path / "cache"
    for _ in range(2):
        assert [open_index(LIBRARY, folder).find(query) for query in queries] == wanted
    (file,) = folder.iterdir()
    sound = file.read_bytes()
    file.write_bytes(b"damaged")
    assert [open_index(LIBRARY, folder).find(query) for query in queries] == wanted
    assert file.read_bytes() == sound
