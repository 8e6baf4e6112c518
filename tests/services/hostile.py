"""Texts that mean something to the languages that pictures are written in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from guide_tui.model.tree import Among, Option, Tree
from tests.trees.building import go, question, tree

TEXTS = (
    "end",
    'he said "no"',
    "]] }} )) ([{",
    "<script>alert(1)</script>",
    "a & b &lt; &#34; &amp;",
    "`code` **bold** _it_",
    "1. one",
    "%% %%{init: {}}%%",
    "--> n2 ==> | ; # #quot;",
    "back\\slash \\N \\",
    "two\nlines\r\n---\nend",
    "\x1b[31m \u202e \x00 \ud800",
    "ﬂ°°34¶ß é 漢 ✓",
    "]]>",
)
"""Each breaks out of its place in some language, if it is written there as it is."""

texts = st.one_of(
    st.sampled_from(TEXTS), st.lists(st.sampled_from(TEXTS), min_size=2).map(" ".join), st.text(max_size=60)
)
"""Anything that could stand in content, or come past the readers by mistake."""


def tree_saying(text: str) -> Tree:
    """A tree of one question and two outcomes, in which every text is this one."""
    asked = question(
        "end",
        options=[Option("x", text), Option("y", text)],
        routes=[go("one", Among("end", frozenset("x"))), go("two")],
    )
    said = tree(replace(asked, ask=text, short=text))
    outcomes = {name: replace(outcome, short=text, verdict=text) for name, outcome in said.outcomes.items()}
    return replace(said, title=text, about=text, outcomes=outcomes)
