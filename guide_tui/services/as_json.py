"""What the commands print with ``--json``: plain dictionaries, dates as ISO text, citations as ``source/section``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from guide_tui.model.case import Value
from guide_tui.model.problem import Problem
from guide_tui.model.prose import plain_text
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Question, Tree
from guide_tui.search.index import Answer
from guide_tui.services.check import Conversation
from guide_tui.services.report import Report
from guide_tui.services.wording import worded
from guide_tui.trees.paths import Path

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """What a query found, best first."""
    return {
        "query": answer.query,
        "confident": answer.confident,
        "hits": [
            {
                "id": hit.document.id,
                "kind": hit.document.kind.value,
                "title": hit.document.title,
                "text": hit.document.text,
                "score": round(hit.score, 4),
                "citations": citations(hit.document.citations),
            }
            for hit in answer.hits
        ],
    }


def position_json(conversation: Conversation) -> Json:
    """An open question: what is asked, how one got there, what is still possible."""
    position, ahead = conversation.position, conversation.prospect
    question = position.question
    return {
        "tree": position.tree.id,
        "today": conversation.today.isoformat(),
        "state": "question",
        "question": question_json(question) if question else None,
        "trail": trail_json(conversation),
        "possible": [outcome for outcome in position.tree.outcomes if outcome in ahead.outcomes],
        "ruled_out": [
            {"outcome": gone.outcome, "question": gone.question, "value": value_json(gone.value)}
            for gone in conversation.ruled_out
        ],
        "most_questions": ahead.most_questions,
    }


def report_json(conversation: Conversation, report: Report) -> Json:
    """An outcome with everything it says."""
    outcome = report.outcome
    return {
        "tree": report.tree.id,
        "today": report.today.isoformat(),
        "state": "outcome",
        "outcome": {
            "id": outcome.id,
            "verdict": outcome.verdict,
            "tone": outcome.tone.value,
            "late": report.late,
            "says": plain_text(outcome.says),
            "citations": citations(outcome.cite),
        },
        "trail": trail_json(conversation),
        "dates": [
            {
                "day": each.deadline.day.isoformat() if each.deadline.day else None,
                "words": each.deadline.words,
                "later": [other.words for other in each.later],
                "what": each.what,
                "who": each.who,
            }
            for each in report.key_dates
        ],
        "alerts": [note_json(note) for note in report.alerts],
        "actions": [
            {
                "do": plain_text(task.do),
                "who": task.who,
                "due": [
                    {
                        "words": due.words,
                        "day": due.day.isoformat() if due.day else None,
                        "advised": due.advised.isoformat() if due.advised else None,
                        "passed": due.passed,
                    }
                    for due in task.deadlines
                ],
                "citations": citations(task.cite),
            }
            for task in report.tasks
        ],
        "avoid": [note_json(note) for note in report.avoid],
        "notes": [note_json(note) for note in report.notes],
        "reasons": [
            {
                "question": reason.question,
                "short": reason.short,
                "answer": reason.answer,
                "because": reason.because,
                "decisive": reason.decisive,
                "dates": reason.dates,
                "citations": citations(reason.cite),
            }
            for reason in report.reasons
        ],
        "alternatives": [
            {
                "outcome": way.outcome,
                "verdict": way.verdict,
                "changes": [{"question": short, "answer": answer} for short, answer in way.changes],
                "further": [{"question": short, "answer": answer} for short, answer in way.further],
            }
            for way in report.other_ways
        ],
        "contacts": [contact.name for contact in report.contacts],
        "next": [tree.id for tree in report.then],
        "citations": citations(report.citations),
    }


def question_json(question: Question) -> Json:
    """A question with its options."""
    return {
        "id": question.id,
        "ask": question.ask,
        "kind": question.kind.value,
        "why": plain_text(question.why),
        "options": [
            {"id": option.id, "label": option.label, "hint": option.hint, "unsure": option.unsure}
            for option in question.options.values()
        ],
        "citations": citations(question.cite),
    }


def trail_json(conversation: Conversation) -> list[Json]:
    """The questions asked, with the answers given."""
    return [
        {
            "question": step.question.id,
            "ask": step.question.ask,
            "value": value_json(step.value),
            "answer": worded(step.question, step.value),
        }
        for step in conversation.position.trail
    ]


def tree_json(tree: Tree) -> Json:
    """A tree in a list of trees."""
    return {
        "id": tree.id,
        "title": tree.title,
        "about": tree.about,
        "start": tree.start,
        "questions": [question_json(question) for question in tree.questions.values()],
        "outcomes": [
            {"id": outcome.id, "short": outcome.short, "verdict": outcome.verdict, "tone": outcome.tone.value}
            for outcome in tree.outcomes.values()
        ],
    }


def path_json(path: Path) -> Json:
    """A path with a witness."""
    return {
        "outcome": path.end,
        "steps": [
            {"question": question, "answers": [value_json(value) for value in values]}
            for question, values in path.steps
        ],
        "witness": {question: value_json(value) for question, value in path.witness.items()},
    }


def problem_json(problem: Problem) -> Json:
    """A finding about content."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "what": problem.what,
        "remedy": problem.remedy,
        "witness": [{"question": question, "answer": answer} for question, answer in problem.witness],
    }


def note_json(note: Note) -> Json:
    """A note of an outcome."""
    return {
        "say": plain_text(note.say),
        "tone": note.tone.value if note.tone else None,
        "citations": citations(note.cite),
    }


def value_json(value: Value) -> Any:
    """A response: option id, list of ids, ISO date, or number."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def citations(cite: Iterable[Citation]) -> list[str]:
    """Citations as ``source/section``."""
    return [str(citation) for citation in cite]
