"""Decision trees, and the questions that several trees share."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field, replace
from typing import Any

from guide_tui.library.conditions import Asked, Conditions
from guide_tui.library.formats import QUESTIONS, TREE
from guide_tui.library.nodes import Mapping, Node, Scalar, Sequence
from guide_tui.library.reading import Reading
from guide_tui.model.characters import shown
from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.model.tree import (
    CHOICES,
    Action,
    Among,
    Chosen,
    Condition,
    Kind,
    Note,
    Option,
    Outcome,
    Question,
    Route,
    Tone,
    Tree,
)


@dataclass(slots=True)
class Wordings:
    """How the questions read so far are worded. A response belongs to the id, so one id must mean one question."""

    shared: dict[str, Question] = field(default_factory=dict)
    """The sound questions of questions.yaml."""

    faulty: Collection[str] | None = ()
    """The other ones; None where the file could not be read, so that any question may be there."""

    seen: dict[str, Question] = field(default_factory=dict)
    """The first question of each id, in the order of files."""


def read_questions(top: Mapping, reading: Reading) -> Wordings:
    """The questions of questions.yaml, by id. Only sound ones can be used."""
    questions = QUESTIONS.sound(top, reading, lambda values: replace(_question(values, reading), shared=True))
    wordings = Wordings(shared=questions, faulty=top.pairs.keys() - questions.keys())
    wordings.seen.update(wordings.shared)
    return wordings


def read_tree(top: Mapping, name: str, reading: Reading, wordings: Wordings) -> Tree | None:
    """The tree that a file holds; None where it has an error, all of which are reported.

    Args:
        top: The file's mapping.
        name: The file's name without its ending, which has to be the tree's id.
        reading: The file.
        wordings: What other files make of the same question ids; the questions of this one are added.
    """
    return _TreeReader(reading, wordings).read(top, name)


class _TreeReader:
    def __init__(self, reading: Reading, wordings: Wordings) -> None:
        self.reading = reading
        self.report = reading.report
        self.wordings = wordings
        self.nodes: Collection[str] = ()
        self.conditions = Conditions(reading, {})

    def read(self, top: Mapping, name: str) -> Tree | None:
        values = TREE.read(top, top, self.reading)
        drafts: dict[str, dict[str, Any]] = values["questions"] or {}
        questions = {key: self.worded(draft) for key, draft in drafts.items()}
        self.nodes = {**_keys(top, "questions"), **_keys(top, "outcomes")}
        self.conditions = Conditions(
            self.reading, {key: _asked(top, key, questions.get(key)) for key in _keys(top, "questions")}
        )
        self.verify_ids(top, name, values)
        for key, draft in drafts.items():
            question = questions[key]
            if draft["next"] is not None and question is not None:
                questions[key] = replace(question, routes=self.routes(question, draft["next"]))
        outcomes = self.outcomes(top, values)
        for key, question in questions.items():
            if question is not None and drafts[key]["sound"]:
                self.compare(question)
        if self.report.errors:
            return None
        return Tree(
            id=name,
            title=values["title"],
            about=values["about"],
            also=values["also"],
            start=values["start"].text,
            questions={key: question for key, question in questions.items() if question is not None},
            outcomes=outcomes,
            place=values["place"],
            tells=values["tells"],
        )

    def worded(self, draft: dict[str, Any]) -> Question | None:
        """The question with its wording but without its ways on; None where its wording is nowhere to be found."""
        if "ask" in draft:
            return _question(draft, self.reading)
        name, place = draft["id"], draft["place"]
        shared = self.wordings.shared.get(name)
        if shared is not None:
            return replace(shared, place=place)
        if self.wordings.faulty is None or name in self.wordings.faulty:
            what = f"{shown(name)} cannot be asked, because decision_trees/questions.yaml has a problem there"
            self.report.error("faulty-question", place, what, "Mend the question there first.")
        else:
            what = f"{shown(name)} has only next, and questions.yaml does not word it, so nothing could be asked"
            self.reading.unknown("unknown-shared-question", place, what, name, self.wordings.shared)
        return None

    def verify_ids(self, top: Mapping, name: str, values: dict[str, Any]) -> None:
        """Report an id that is not the file's name, ids used twice, and a start that does not exist."""
        found = values["id"]
        if found is not None and found.text != name:
            what = f"the id is {shown(found.text)} and the file is called {shown(name)}, so links to it would fail"
            self.report.error("id-is-not-file-name", found, what, f"Write id: {name}, or rename the file.")
        questions = _keys(top, "questions")
        for key, node in _keys(top, "outcomes").items():
            if key in questions:
                what = (
                    f'"{key}" is a question (line {questions[key].line}) and an outcome, so a way on could mean either'
                )
                self.report.error("duplicate-id", node, what, "Rename one of them.")
        start = values["start"]
        if start is not None and start.text not in self.nodes:
            what = f"the start is {shown(start.text)}, which is not a node, so the check could not begin"
            self.reading.unknown("unknown-start", start, what, start.text, self.nodes)

    def compare(self, question: Question) -> None:
        """Report a question that another file words differently under the same id."""
        first = self.wordings.seen.setdefault(question.id, question)
        if first is not question and not question.shared and _wording(first) != _wording(question):
            what = f'"{question.id}" is worded differently in {first.place}, so answers to the two would mix'
            remedy = "Rename this question, or move its wording to decision_trees/questions.yaml."
            self.report.error("two-wordings", question.place, what, remedy)

    # Ways on

    def routes(self, question: Question, node: Node) -> tuple[Route, ...]:
        """The ways on from a question, in the order in which they are tried."""
        if isinstance(node, Scalar):
            return tuple(self.route(node, None, "the question", question.id))
        if isinstance(node, Sequence):
            return self.rules(node, question, None)
        return self.routes_by_option(question, node) if isinstance(node, Mapping) else ()

    def routes_by_option(self, question: Question, node: Mapping) -> tuple[Route, ...]:
        asked = self.conditions.questions[question.id]
        routes: list[Route] = []
        for option, (key, value) in node.pairs.items():
            if option == "else":
                continue
            if asked.options is not None and option not in asked.options:
                what = (
                    f'next names {shown(option)}, which is not an option of "{question.id}", so this way is never taken'
                )
                self.reading.unknown("unknown-option", key, what, option, [*asked.options, "else"])
            routes += self.ways(value, question, option)
        if "else" in node.pairs:
            routes += self.ways(node.pairs["else"][1], question, None)
        else:
            self.verify_all_named(question, node)
        return tuple(routes)

    def ways(self, node: Node, question: Question, option: str | None) -> Iterable[Route]:
        """The ways on of one option, or of every other one."""
        if isinstance(node, Sequence):
            return self.rules(node, question, option)
        where = "the question" if option is None else f"option {shown(option)} of"
        own = None if option is None else Condition(((_is(question, option),),))
        return self.route(node, own, where, question.id)

    def rules(self, node: Sequence, question: Question, option: str | None) -> tuple[Route, ...]:
        """The ways on that a list of rules describes, for one option or for all."""
        if not node.items:
            what = f'the rules of "{question.id}" are an empty list, so the person would be stranded'
            self.report.error("no-way-on", node, what, "Write a rule, or the id of a node.")
        routes: list[Route] = []
        own = () if option is None else (_is(question, option),)
        for number, rule in enumerate(node.items, start=1):
            pairs = rule.pairs if isinstance(rule, Mapping) else {}
            if pairs.keys() == {"else"}:
                if number < len(node.items):
                    what = 'a rule with "else" is always taken, so the rules after it would never be reached'
                    self.report.error("else-not-last", rule, what, "Move it to the end of the list.")
                routes += self.route(pairs["else"][1], Condition((own,)) if own else None, "a rule of", question.id)
            elif pairs.keys() == {"when", "go"}:
                when = self.conditions.read(pairs["when"][1])
                if when is not None and own:
                    when = Condition(tuple((*own, *every) for every in when.any_of))
                if when is not None:
                    routes += self.route(pairs["go"][1], when, "a rule of", question.id)
            else:
                what = 'a rule needs either "when" and "go", or "else" alone, so it is unclear when this one is taken'
                self.report.error("unclear-rule", rule, what, "Write {when: CONDITION, go: NODE} or {else: NODE}.")
        return tuple(routes)

    def route(self, node: Node, when: Condition | None, what: str, question: str) -> list[Route]:
        """A way on, in a list; an empty one, reported, where it leads nowhere."""
        if not isinstance(node, Scalar):
            return []
        if node.text in self.nodes:
            return [Route(node.text, when, self.report.place(node))]
        target = f'{what} "{question}" leads to {shown(node.text)}'
        message = f"{target}, which is not a node, so the person would be stranded"
        self.reading.unknown("unknown-target", node, message, node.text, self.nodes)
        return []

    def verify_all_named(self, question: Question, node: Mapping) -> None:
        """Report answers that ``next`` names neither by option nor by else."""
        asked = self.conditions.questions[question.id]
        if asked.kind is None or asked.options is None:
            return
        if question.kind in CHOICES:
            for option in question.options:
                if option not in node.pairs:
                    what = f'option "{option}" of "{question.id}" has no way on, so the person would be stranded'
                    self.report.error("no-way-on", node, what, f'Add "{option}" or "else" to next.')
        else:
            free = "choosing nothing" if question.kind is Kind.MANY else f"giving a {question.kind.value}"
            what = f'{free} at "{question.id}" has no way on, so the person would be stranded'
            self.report.error("no-way-on", node, what, 'Add "else" to next.')

    # Outcomes

    def outcomes(self, top: Mapping, values: dict[str, Any]) -> dict[str, Outcome]:
        """The outcomes, each with what it includes."""
        parts = {key: self.sayings(draft) for key, draft in (values["parts"] or {}).items()}
        declared = _keys(top, "parts")
        included: set[str] = set()
        outcomes = {}
        for key, draft in (values["outcomes"] or {}).items():
            own = self.sayings(draft)
            for name in draft.pop("include"):
                included.add(name.text)
                if name.text not in declared:
                    what = f'outcome "{key}" includes {shown(name.text)}, which is not a part of this tree'
                    self.reading.unknown("unknown-part", name, what, name.text, declared)
                for said, more in parts.get(name.text, {}).items():
                    own[said] += more
            short = draft["short"] or (draft["verdict"] or "").partition(":")[0]
            outcomes[key] = Outcome(**{**draft, **own, "short": short, "tone": draft["tone"] or Tone.UNCLEAR})
        for key, node in declared.items():
            if key not in included:
                what = f'no outcome includes the part "{key}", so nobody reads it'
                self.report.warning("unused-part", node, what, "Include it, or take it out.")
        return outcomes

    def sayings(self, draft: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
        """The notes, actions and things to avoid of an outcome or a part."""
        return {
            "notes": tuple(self.note(note) for note in draft["notes"]),
            "actions": tuple(self.action(action) for action in draft["actions"]),
            "avoid": tuple(self.note(note) for note in draft["avoid"]),
        }

    def note(self, draft: dict[str, Any]) -> Note:
        return Note(**{**draft, "when": self.when(draft)})

    def action(self, draft: dict[str, Any]) -> Action:
        by = draft["by"]
        nodes = by.items if isinstance(by, Sequence) else [by]
        dues = [self.conditions.due(node) for node in nodes if isinstance(node, Mapping)]
        return Action(**{**draft, "when": self.when(draft), "by": tuple(due for due in dues if due is not None)})

    def when(self, draft: dict[str, Any]) -> Condition | None:
        return None if draft["when"] is None else self.conditions.read(draft["when"])


def _question(values: dict[str, Any], reading: Reading) -> Question:
    """A question without ways on. What does not fit its kind is reported."""
    kind: Kind | None = values["kind"]
    options: dict[str, Option] = dict(values["options"] or {})
    place: Place = values["place"]
    name = values["id"]
    if kind is Kind.YES_NO:
        given = {option: Option(option, option.capitalize()) for option in ("yes", "no") if option not in options}
        options = {**given, **options}
    if kind in (Kind.ONE, Kind.MANY) and values["options"] is None:
        what = f'the question "{name}" is of kind {kind.value} and has no options, so nobody could answer it'
        reading.report.error("no-options", place, what, 'Add "options": the answers it offers, by option id.')
    if kind is not None and kind is not Kind.MANY:
        for option in options.values():
            if option.alone:
                what = f'option "{option.id}" is "alone", which only means something in a question of kind many'
                reading.report.error("unfit-key", place, what, 'Take "alone" out, or change the kind.')
    least, most = values["least"], values["most"]
    if kind not in (None, Kind.NUMBER, Kind.MANY) and (least is not None or most is not None):
        what = f'the question "{name}" has "least" or "most", which only mean something for the kinds number and many'
        reading.report.error("unfit-key", place, what, "Take them out, or change the kind.")
    if least is not None and most is not None and least > most:
        what = f'the question "{name}" accepts from {least} to {most}, which is nothing'
        reading.report.error("empty-range", place, what, "Exchange the two.")
    return Question(
        id=name,
        ask=values["ask"],
        short=values["short"],
        why=values["why"] or Prose(),
        cite=values["cite"],
        kind=kind or Kind.TEXT,
        options=options,
        routes=(),
        place=place,
        least=least,
        most=most,
    )


def _keys(top: Mapping, part: str) -> MappingType[str, Scalar]:
    """The ids that a part of the file declares, sound or not, with the nodes that name them."""
    found = top.pairs.get(part)
    node = found[1] if found else None
    return {key: pair[0] for key, pair in node.pairs.items()} if isinstance(node, Mapping) else {}


def _asked(top: Mapping, key: str, question: Question | None) -> Asked:
    """What rules may rely on; what could not be read is left open, so that one fault is one problem."""
    if question is None:
        return Asked(None, None)
    if question.shared:
        return Asked(question.kind, question.options)
    questions = top.pairs["questions"][1]
    asked = questions.pairs[key][1] if isinstance(questions, Mapping) else None
    fields = asked.pairs if isinstance(asked, Mapping) else {}
    kind = fields["kind"][1] if "kind" in fields else None
    known = isinstance(kind, Scalar) and kind.text == question.kind.value
    options = fields["options"][1] if "options" in fields else None
    if options is not None and not isinstance(options, Mapping):
        return Asked(question.kind if known else None, None)
    declared = options.pairs.keys() | question.options.keys() if options else question.options.keys()
    return Asked(question.kind if known else None, declared if known else None)


def _wording(question: Question) -> tuple[object, ...]:
    labels = tuple((option.id, option.label) for option in question.options.values())
    return question.ask, question.kind, labels, question.least, question.most


def _is(question: Question, option: str) -> Among | Chosen:
    if question.kind is Kind.MANY:
        return Chosen(question.id, frozenset({option}), "any-of")
    return Among(question.id, frozenset({option}))
