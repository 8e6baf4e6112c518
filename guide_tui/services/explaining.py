"""How a search result came about, told to whoever tends the content."""

from __future__ import annotations

from typing import Any

from guide_tui.model.characters import visible
from guide_tui.search.index import Explanation
from guide_tui.search.query import QueryWord
from guide_tui.services.layout import WIDTH, paragraph

SEEN = {
    "exact": "is one of its wordings, word for word",
    "phrase": "how much of the question its best wording covers",
    "both": "how much of that wording the question covers as well",
    "union": "how much of the question it covers anywhere",
    "near": "how much of it stands close together in the text",
    "breadth": "how much its four best wordings cover on average",
    "letters": "how alike the letters are",
    "found": "how strongly it was found among the others",
    "kind": "it gives the kind of answer that is asked for",
    "begun": "one of its wordings begins with the question, word for word",
    "name": "the question is the very name of a term",
}
"""What each part of a score means; other parts are the kind of document."""


def explanation_lines(explained: Explanation, width: int = WIDTH) -> list[str]:
    """How the words were read, how sure that is, and what each hit's score is made of."""
    lines = ["How the question was read"]
    for word in explained.words:
        lines += paragraph(_word(word), width, "- ", "  ")
    if not explained.words:
        lines.append("- no word of it carries a topic")
    if explained.asked:
        lines += paragraph(f"It asks: {', '.join(explained.asked)}.", width)
    sure = "shown as the answer" if explained.answer.confident else "shown as the closest topic, not as the answer"
    told = (
        f"The library knows {explained.known:.0%} of it. The first hit is right with a likelihood of "
        f"{explained.likelihood:.0%}, so it is {sure}."
    )
    lines += paragraph(told, width)
    for hit, reasons in zip(explained.answer.hits, explained.reasons, strict=False):
        lines += ["", *paragraph(f"{hit.score:.3f} {hit.document.title} ({hit.document.id})", width)]
        for reason in reasons:
            if reason.points:
                seen = SEEN.get(reason.name, f"it is of the kind {reason.name}")
                lines += paragraph(f"{reason.points:+.3f}  {reason.seen:4.0%}  {seen}", width, "  ", " " * 16)
    return lines


def explanation_json(explained: Explanation) -> dict[str, Any]:
    """The same for programs; numbers to four places."""
    return {
        "asked": list(explained.asked),
        "known": round(explained.known, 4),
        "likelihood": round(explained.likelihood, 4),
        "words": [
            {
                "typed": word.typed,
                "taken_for": word.meaning.word or word.typed,
                "known": word.meaning.known,
                "weight": round(word.weight, 4),
            }
            for word in explained.words
        ],
        "reasons": [
            {
                "id": hit.document.id,
                "parts": {reason.name: [round(reason.seen, 4), round(reason.points, 4)] for reason in reasons},
            }
            for hit, reasons in zip(explained.answer.hits, explained.reasons, strict=False)
        ],
    }


def _word(word: QueryWord) -> str:
    taken = f", taken for {word.meaning.word}" if word.meaning.word else ""
    known = "" if word.meaning.known else ", not a word of this library"
    return f"{visible(word.typed)}: weight {word.weight:.2f}{taken}{known}"
