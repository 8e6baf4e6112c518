"""Making the search index of a library, or reading the costly part of it back from a cache."""

from __future__ import annotations

from pathlib import Path

from guide_tui.model.library import Library
from guide_tui.search.cache import fingerprint, load_columns, save_columns
from guide_tui.search.documents import documents
from guide_tui.search.index import Index
from guide_tui.search.postings import columns_of


def open_index(library: Library, cache_folder: Path | None = None) -> Index:
    """The index over everything in a library.

    Args:
        library: What can be found.
        cache_folder: Where postings are kept between starts; None to keep none. It need not exist, and whatever is
            wrong with it only costs time.
    """
    found = documents(library)
    if cache_folder is None:
        return Index(found, library.synonyms)
    try:
        name = fingerprint(found)
    except OSError:
        # The program's own files cannot be read, as in a packed one: nothing says then whether a cache is stale.
        return Index(found, library.synonyms)
    columns = load_columns(cache_folder, name)
    if columns is None:
        columns = columns_of(found)
        save_columns(cache_folder, name, columns)
    return Index(found, library.synonyms, columns)
