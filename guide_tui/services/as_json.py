"""What the commands print with ``--json``: plain dictionaries, dates as ISO text, citations as ``source/section``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.case import Value
from guide_tui.model.library import Library
from guide_tui.model.problem import Problem
from guide_tui.model.prose import plain_text
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Outcome, Question, Tree
from guide_tui.search.index import Answer
from guide_tui.services.beginning import length
from guide_tui.services.check import Conversation
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion
from guide_tui.services.report import Report
from guide_tui.services.wording import worded
from guide_tui.trees.paths import Path

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """What a query found, best first."""
    return {
        "query": answer.query,
        "confident": answer.confident,
        "corrected": answer.corrected,
        "unknown_filters": list(answer.unknown_filters),
        "hits": [
            {
                "id": hit.document.id,
                "kind": hit.document.kind.value,
                "title": hit.document.title,
                "text": hit.document.text,
                "snippet": hit.snippet,
                "title_marks": [list(mark) for mark in hit.title_marks],
                "snippet_marks": [list(mark) for mark in hit.snippet_marks],
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
                "away": each.deadline.away,
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
                "key": task.key,
                "done": task.done,
                "due": [
                    {
                        "words": due.words,
                        "day": due.day.isoformat() if due.day else None,
                        "advised": due.advised.isoformat() if due.advised else None,
                        "passed": due.passed,
                        "away": due.away,
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


def readable_json(library: Library, found: Readable) -> Json:
    """Whatever can be read: its kind, and what that kind holds."""
    if isinstance(found, Article):
        return article_json(found)
    if isinstance(found, Section):
        return section_json(found)
    if isinstance(found, FaqEntry):
        return faq_json(library, found)
    if isinstance(found, Term):
        return term_json(found)
    if isinstance(found, TreeQuestion):
        return {"kind": "question", "tree": found.tree.id, **question_json(found.question)}
    if isinstance(found, TreeOutcome):
        return {"kind": "outcome", "tree": found.tree.id, **outcome_json(found.outcome)}
    return {"kind": "check", **tree_json(found)}


def contents_json(library: Library) -> Json:
    """What there is to read, by the names that ``guide read`` takes."""
    return {
        "chapters": [
            {
                "id": article.id,
                "title": article.title,
                "source": article.source,
                "sections": [{"id": str(section.cite), "title": section.title} for section in article.sections],
            }
            for article in library.articles.values()
        ],
        "answers": [{"id": entry.id, "question": entry.question} for entry in library.faq.values()],
        "checks": [{"id": tree.id, "title": tree.title} for tree in library.trees.values()],
    }


def article_json(article: Article) -> Json:
    """A chapter with its sections."""
    return {
        "kind": "chapter",
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "sections": [section_json(section) for section in article.sections],
    }


def section_json(section: Section) -> Json:
    """A section of a chapter."""
    return {
        "kind": "section",
        "id": str(section.cite),
        "title": section.title,
        "text": plain_text(section.body),
        "citations": citations([section.cite]),
    }


def faq_json(library: Library, entry: FaqEntry) -> Json:
    """A question with its answer, and the check that works it out, if there is one."""
    return {
        "kind": "answer",
        "id": entry.id,
        "question": entry.question,
        "text": plain_text(entry.answer),
        "check": entry.check if entry.check in library.trees else None,
        "citations": citations(entry.cite),
    }


def term_json(term: Term) -> Json:
    """A glossary entry."""
    return {
        "kind": "term",
        "id": term.id,
        "term": term.term,
        "forms": list(term.forms),
        "meaning": plain_text(term.meaning),
        "caution": term.caution or None,
        "citations": citations(term.cite),
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
        "tells": tree.tells,
        "most_questions": length(tree),
        "start": tree.start,
        "questions": [question_json(question) for question in tree.questions.values()],
        "outcomes": [
            {"id": outcome.id, "short": outcome.short, "verdict": outcome.verdict, "tone": outcome.tone.value}
            for outcome in tree.outcomes.values()
        ],
    }


def outcome_json(outcome: Outcome) -> Json:
    """An outcome as it stands in its tree, with everything that it can say, whoever reaches it."""
    return {
        "id": outcome.id,
        "verdict": outcome.verdict,
        "tone": outcome.tone.value,
        "says": plain_text(outcome.says),
        "notes": [note_json(note) for note in outcome.notes],
        "actions": [
            {"do": plain_text(action.do), "who": action.who, "citations": citations(action.cite)}
            for action in outcome.actions
        ],
        "avoid": [note_json(note) for note in outcome.avoid],
        "next": list(outcome.then),
        "citations": citations(outcome.cite),
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
