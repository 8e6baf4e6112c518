"""What every file of a library looks like. docs/format.md says the same for authors; schemas/ for their editors."""

from __future__ import annotations

from guide_tui.library.nodes import Mapping, Node, Scalar
from guide_tui.library.reading import Reading
from guide_tui.library.shapes import (
    ByKind,
    Cite,
    Entries,
    Field,
    Flag,
    Identifier,
    JsonSchema,
    Kept,
    Many,
    Markdown,
    OneOf,
    Record,
    Reference,
    Shape,
    Text,
    Whole,
)
from guide_tui.model.article import Term
from guide_tui.model.library import Contact, Resource
from guide_tui.model.source import SourceSection
from guide_tui.model.tree import TODAY, DueOrder, Kind, Option, Tone

CITES = Many(Cite(), alone=True)
PHRASES = Many(Text())
_PLAIN_PHRASES = Many(Text(filled=False))

CITE_DOC = "What it rests on: source/section, or a list of them."
ALSO_DOC = "Other words people use for it."


class _Section(Shape):
    """The heading of a source's section, under the section's id."""

    title = Text(filled=False)

    def read(self, node: Node, at: Node, reading: Reading) -> SourceSection | None:
        """The section that can be cited."""
        title = self.title.read(node, at, reading)
        return SourceSection(at.text, title, reading.place(at)) if title and isinstance(at, Scalar) else None

    def schema(self) -> JsonSchema:
        """A text that is not empty."""
        return self.title.schema()


SOURCES = Entries(
    Record(
        "a source",
        {
            "title": Field(Text(filled=False), "Its title as printed.", required=True),
            "short": Field(Text(filled=False), "How citations name it.", required=True),
            "publisher": Field(Text(filled=False), "Who publishes it.", required=True),
            "edition": Field(Text(filled=False), 'Its edition as printed, or "undated".', required=True),
            "note": Field(Text(filled=False), "What a reader must know before relying on it."),
            "sections": Field(Entries(_Section()), "The headings that can be cited, by section id.", required=True),
        },
        named=True,
        placed=True,
    )
)
"""content/sources.yaml"""

FACTS = Entries(
    Record(
        "a fact",
        {
            "period": Field(
                Kept(Text(filled=False)), "A length of time: 6 weeks. Units: days, weeks, months, years, working days."
            ),
            "date": Field(Kept(Text(filled=False)), "A day: 2026-12-10."),
            "yearly": Field(Kept(Text(filled=False)), "A day that comes back every year: 10 December."),
            "text": Field(Kept(Text(filled=False)), "A name, a number or a phrase."),
            "words": Field(Text(filled=False), "What replaces {id} in texts; by default the value."),
            "about": Field(Text(filled=False), "What the value is of, one sentence.", required=True),
            "cite": Field(CITES, CITE_DOC, required=True),
        },
        named=True,
        placed=True,
    ),
    empty=True,
)
"""content/facts.yaml"""

_TREE = Reference("tree", "unknown-tree", "a decision tree", "nothing could be opened from here")

ABOUT = Record(
    "about.yaml",
    {
        "title": Field(Text(), "The name of the library.", required=True),
        "summary": Field(Text(), "What it helps with, one sentence.", required=True),
        "disclaimer": Field(Text(), "What it is not.", required=True),
        "contacts": Field(
            Entries(
                Record(
                    "a contact",
                    {
                        "name": Field(Text(), "Whom to contact.", required=True),
                        "about": Field(Text(), "When to contact them, and how.", required=True),
                        "cite": Field(CITES, CITE_DOC, required=True),
                    },
                    build=Contact,
                    named=True,
                    placed=True,
                ),
                empty=True,
            ),
            "Whom to turn to, by contact id.",
        ),
        "resources": Field(
            Entries(
                Record(
                    "a resource",
                    {
                        "name": Field(Text(), "What the source calls it.", required=True),
                        "about": Field(Text(), "What it is for, and where to find it.", required=True),
                        "cite": Field(CITES, CITE_DOC, required=True),
                    },
                    build=Resource,
                    named=True,
                    placed=True,
                ),
                empty=True,
            ),
            "Documents, forms and pages to know of, by resource id.",
        ),
        "roles": Field(Entries(Text(), empty=True), "How each role is named, by role id: The lead centre."),
        "checks": Field(Many(_TREE, alone=True), "Trees in the order in which they are offered; others follow."),
    },
    placed=True,
)
"""content/about.yaml"""

GLOSSARY = Entries(
    Record(
        "a term",
        {
            "term": Field(Text(), "Its usual form.", required=True),
            "forms": Field(PHRASES, "Abbreviations and other spellings."),
            "meaning": Field(Markdown(), "What it means, in Markdown.", required=True),
            "caution": Field(Text(), "A warning where the sources use it in two senses."),
            "cite": Field(CITES, CITE_DOC, required=True),
        },
        build=Term,
        named=True,
        placed=True,
    ),
    empty=True,
)
"""content/glossary.yaml"""

SYNONYMS = Record(
    "synonyms.yaml",
    {"groups": Field(Many(_PLAIN_PHRASES), "Lists of words or phrases that mean the same to a reader.", required=True)},
)
"""content/synonyms.yaml"""

_ROLE = Reference("role", "unknown-role", "a role of content/about.yaml", "nobody would know who has to do it")
_CONTACT = Reference("contact", "unknown-contact", "a contact of content/about.yaml", "nobody would be named")

FAQ = Record(
    "the front matter of an answer",
    {
        "question": Field(Text(), "The question, as one sentence.", required=True),
        "also": Field(PHRASES, "The question as other people put it."),
        "cite": Field(CITES, CITE_DOC, required=True),
        "check": Field(_TREE, "The tree that works it out for one's own case."),
    },
)
"""The front matter of content/faq/NAME.md"""

GUIDE = Record(
    "the front matter of a chapter",
    {
        "title": Field(Text(), "The chapter's title.", required=True),
        "source": Field(Identifier(), "The id of the source that it digests.", required=True),
        "also": Field(Entries(Kept(PHRASES), empty=True), "Other words that should find a section, by section id."),
    },
)
"""The front matter of content/guide/NAME.md"""

# Trees

_OPTION_IDS = Many(Identifier(), alone=True)
_ANCHOR = f'"{TODAY}", or the id of a date question.'
_PERIOD = "A length of time: the id of a fact that is a period, or 42 days."

TEST = ByKind(
    "an option, a list of options or a mapping",
    text=Identifier(),
    many=Many(Identifier()),
    mapping=Record(
        "a test",
        {
            "not": Field(_OPTION_IDS, "Holds when the response is none of these options."),
            "any-of": Field(_OPTION_IDS, "Holds when at least one of these options was chosen."),
            "all-of": Field(_OPTION_IDS, "Holds when all of these options were chosen."),
            "none-of": Field(_OPTION_IDS, "Holds when none of these options was chosen."),
            "only": Field(_OPTION_IDS, "Holds when nothing but these options was chosen."),
            "at-least": Field(Whole(), "The smallest number that fits."),
            "at-most": Field(Whole(), "The largest number that fits."),
            "before": Field(Identifier(), f"Holds when the day is earlier than: {_ANCHOR}"),
            "on-or-before": Field(Identifier(), f"Holds when the day is not later than: {_ANCHOR}"),
            "after": Field(Identifier(), f"Holds when the day is later than: {_ANCHOR}"),
            "on-or-after": Field(Identifier(), f"Holds when the day is not earlier than: {_ANCHOR}"),
            "plus": Field(Text(filled=False), f"Added to the anchor. {_PERIOD}"),
            "minus": Field(Text(filled=False), f"Taken from the anchor. {_PERIOD}"),
        },
    ),
)
"""What must hold of one question's response."""

_ALL = Entries(TEST)
CONDITION = ByKind("a mapping from questions to tests, or a list of those", mapping=_ALL, many=Many(_ALL))
"""What must hold of the responses."""

WHEN = Field(
    Kept(CONDITION), "When it applies: a mapping from question ids to tests, or a list of which one must hold."
)

RULES = Many(
    Record(
        "a rule",
        {
            "when": WHEN,
            "go": Field(Identifier(), "Where a rule with a condition leads."),
            "else": Field(Identifier(), "Where the last rule leads, which has no condition."),
        },
    )
)
"""Ways on, tried in order."""

NEXT = Field(
    Kept(
        ByKind(
            "the id of a node, a mapping from options, or a list of rules",
            text=Identifier(),
            many=RULES,
            mapping=Entries(ByKind("the id of a node, or a list of rules", text=Identifier(), many=RULES)),
        )
    ),
    "Where it goes from here: a node id; node ids or rules by option id and else; or a list of rules.",
    required=True,
)

OPTIONS = Entries(
    Record(
        "an option",
        {
            "label": Field(Text(), "How it is offered.", required=True),
            "also": Field(PHRASES, "Other words a person may use for it."),
            "hint": Field(Text(), "Half a line that helps to choose."),
            "because": Field(Text(), "Why this answer matters, told when it decided the outcome."),
            "cite": Field(CITES, "What because rests on, where that differs from the question."),
            "unsure": Field(Flag(), 'Whether it means "I do not know".'),
            "alone": Field(Flag(), "Whether it cannot be combined with others, in a question of kind many."),
        },
        build=Option,
        named=True,
    ),
    reserved={"else": '"else" stands for every other option in next'},
)
"""The answers that a question offers, by option id."""

_WORDING = {
    "ask": Field(Text(), "The question, as one sentence in plain words.", required=True),
    "short": Field(Text(), "A noun phrase for trails, dates and tables.", required=True),
    "why": Field(Markdown(), "Why it is asked, in Markdown.", required=True),
    "cite": Field(CITES, CITE_DOC),
    "kind": Field(OneOf(Kind), "How it is answered: one, many, yes-no, date, number or text.", required=True),
    "options": Field(OPTIONS, "The answers it offers, by option id."),
    "least": Field(Whole(), "The smallest number accepted, for the kind number; for many, how many options at least."),
    "most": Field(Whole(), "The largest number accepted, for the kind number; for many, how many options at most."),
}

WORDED = Record("a question", _WORDING, named=True, placed=True)
"""A question without its ways on, as questions.yaml holds it."""

_OWN = Record("a question", {**_WORDING, "next": NEXT}, named=True, placed=True)
_SHARED = Record("a question", {"next": NEXT}, named=True, placed=True)


class _Question(Shape):
    """A question of a tree: its wording and ways on, or only these where the wording is in questions.yaml."""

    def read(self, node: Node, at: Node, reading: Reading) -> dict[str, object] | None:
        """The fields, and under ``sound`` whether they had no problems."""
        shape = _SHARED if type(node) is Mapping and node.pairs.keys() == {"next"} else _OWN
        before = reading.report.errors
        values: dict[str, object] | None = shape.read(node, at, reading)
        if values is not None:
            values["sound"] = reading.report.errors == before
        return values

    def schema(self) -> JsonSchema:
        """Either of the two."""
        return {"anyOf": [_SHARED.schema(), _OWN.schema()]}


QUESTIONS = Entries(WORDED, empty=True, reserved={TODAY: "date rules mean the current day by it"})
"""decision_trees/questions.yaml"""

_PROSE = Field(Markdown(), "What it says, in Markdown.", required=True)

DUE = Record(
    "a due date",
    {
        **{order.value: Field(Identifier(), f"The day it is counted from: {_ANCHOR}") for order in DueOrder},
        "period": Field(Text(filled=False), f"How long before or after that day. {_PERIOD}"),
        "yearly": Field(Identifier(), "A fact that is a day of the year: due then, in the academic year of that day."),
    },
)
"""When an action has to be done."""

_SAYINGS = {
    "notes": Field(
        Many(
            Record(
                "a note",
                {
                    "when": WHEN,
                    "tone": Field(OneOf(Tone), "Where given, the note stands right under the verdict."),
                    "say": _PROSE,
                    "cite": Field(CITES, CITE_DOC),
                },
                placed=True,
            )
        ),
        "What it says besides, each under its condition.",
    ),
    "actions": Field(
        Many(
            Record(
                "an action",
                {
                    "do": Field(Markdown(), "What to do, in Markdown.", required=True),
                    "who": Field(_ROLE, "Who does it: a role of about.yaml.", required=True),
                    "awaits": Field(
                        _ROLE,
                        "Whose doing it waits for, where it only waits: a role of about.yaml. The days are theirs "
                        "then, and closed days of the person's own centre do not move them.",
                    ),
                    "by": Field(Kept(Many(DUE, alone=True)), "By when: one due date or a list."),
                    "cite": Field(CITES, CITE_DOC),
                    "when": WHEN,
                },
                placed=True,
            )
        ),
        "What to do, in order.",
    ),
    "avoid": Field(
        Many(Record("a warning", {"say": _PROSE, "cite": Field(CITES, CITE_DOC), "when": WHEN}, placed=True)),
        "What not to do (yet).",
    ),
}

PARTS = Entries(Record("a part", _SAYINGS))
"""What several outcomes say in the same words, by part id."""

OUTCOMES = Entries(
    Record(
        "an outcome",
        {
            "verdict": Field(Text(), "The answer, in one line.", required=True),
            "dated": Field(
                Text(),
                "The verdict without its day: told instead, with the first due date after it, where that is known.",
            ),
            "short": Field(Text(), "The verdict as a noun phrase for lists: by default what stands before its colon."),
            "tone": Field(OneOf(Tone), "What it asks of the person, at a glance.", required=True),
            "says": Field(Markdown(), "A short paragraph or two, in Markdown.", required=True),
            "cite": Field(CITES, CITE_DOC),
            "include": Field(Many(Identifier(), alone=True), "Parts of this tree, said after the outcome's own."),
            **_SAYINGS,
            "contact": Field(
                Many(_CONTACT, alone=True),
                "Whom to turn to, first choice first: contacts of about.yaml.",
                attribute="contacts",
            ),
            "then": Field(Many(_TREE, alone=True), "Trees to check next."),
        },
        named=True,
        placed=True,
    )
)
"""Where a check ends, by outcome id."""

TREE = Record(
    "a tree",
    {
        "id": Field(Identifier(), "The file's name without .yaml.", required=True),
        "title": Field(Text(), "The question that it settles.", required=True),
        "about": Field(Text(), "What it works out, one or two sentences.", required=True),
        "tells": Field(Text(), "What the person knows at its end, half a line without a full stop, for lists."),
        "also": Field(PHRASES, ALSO_DOC),
        "start": Field(Identifier(), "The first node.", required=True),
        "questions": Field(
            Entries(_Question(), reserved={TODAY: "date rules mean the current day by it"}),
            "The questions, by id.",
            required=True,
        ),
        "parts": Field(PARTS, "What several outcomes say in the same words, by part id."),
        "outcomes": Field(OUTCOMES, "Where a check can end, by id.", required=True),
    },
    placed=True,
)
"""decision_trees/NAME.yaml"""
