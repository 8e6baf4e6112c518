"""What terms mean, as a page."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.library import Library
from guide_tui.services.wording import cited
from guide_tui.tui.page import Page


def write_terms(page: Page, library: Library, terms: Sequence[str]) -> Page:
    """The meanings of terms, one after another, each with what it rests on.

    Args:
        page: Where they go.
        library: Holds the terms.
        terms: Their ids.
    """
    for place, name in enumerate(terms):
        term = library.terms[name]
        if place:
            page.gap()
        forms = f" ({', '.join(term.forms)})" if term.forms else ""
        page.text((term.term, "bold"), (forms, "$muted")).prose(term.meaning, indent=2)
        if term.caution:
            page.text(("Take care: ", "bold $text-warning"), (term.caution, ""), indent=2)
        if term.cite:
            page.text((f"{cited(library, term.cite)}.", "$muted"), indent=2)
    return page
