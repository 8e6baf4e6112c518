"""The one way in which text becomes words, for documents, queries and typed answers alike.

A **word** is what a reader sees, made even: compatibility forms (NFKC), case, accents, apostrophes, hyphens and
spelling variants are gone. A **stem** is the part that related words share, so that "approval" finds "approved".
Some words carry no topic ("the", "do we"): they are **function words**.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

# Marks that stay inside a written word: combining accents, soft hyphens and zero-width joiners.
_INNER = "\u00ad\u200b-\u200d\u0300-\u036f"
_FORM = (
    r"qo[\s.\-]{0,2}\d{1,2}(?!\w)|sub[\s\-\u2010\u2011]sites?(?!\w)"
    rf"|[\w{_INNER}]+(?:['’‘.&\-\u2010\u2011][\w{_INNER}]+)*"
)
_WRITTEN = re.compile(_FORM, re.IGNORECASE)
_WRITTEN_SMALL = re.compile(_FORM)
_PLAINER: dict[int, str | None] = {
    **dict.fromkeys([0xAD, *range(0x200B, 0x200E)]),
    **dict.fromkeys(map(ord, "’‘"), "'"),
    **dict.fromkeys([0x2010, 0x2011], "-"),
}
_OBJECTIVE = re.compile(r"qo[\s.\-]*(\d+)")
_SPLIT = re.compile(r"[.&\-]")

# Hyphenated words that people also write as one.
_JOINED_BEFORE = frozenset(["sub", "un", "re", "pre", "co", "desk", "check", "sign", "draw", "pay", "de", "e"])
_JOINED_AFTER = frozenset({"list", "top", "line", "going", "wide"})

# Written forms that stand for several words.
_SPELT_OUT = {
    "t&c": ("terms", "conditions"),
    "t&cs": ("terms", "conditions"),
    "t&c's": ("terms", "conditions"),
    "ts&cs": ("terms", "conditions"),
}

# Little words as they sound, or with their letters swapped: too short to be corrected by their letters.
MISTAKES = {
    "hou": "how",
    "wen": "when",
    "wots": "what's",
    "wats": "what's",
    "shud": "should",
    "cud": "could",
    "wud": "would",
    "hav": "have",
    "duz": "does",
    "coz": "because",
    "cos": "because",
    "ur": "your",
    "wiv": "with",
    "hwo": "how",
    "wat": "what",
    "wot": "what",
    "waht": "what",
    "whta": "what",
    "wich": "which",
    "teh": "the",
    "hte": "the",
    "adn": "and",
    "nad": "and",
    "taht": "that",
    "thta": "that",
    "yuo": "you",
}

# British spellings are the sources' own; others are led to them.
_SPELLINGS = {
    **MISTAKES,
    "center": "centre",
    "centers": "centres",
    "program": "programme",
    "programs": "programmes",
    "prog": "programme",
    "progs": "programmes",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "enrolled": "enrol",
    "enrolling": "enrol",
    "judgment": "judgement",
    "judgments": "judgements",
    "license": "licence",
    "practise": "practice",
    "practising": "practice",
    "practised": "practice",
    "advisor": "adviser",
    "advisors": "advisers",
    "wks": "weeks",
    "wk": "week",
    "yrs": "years",
    "yr": "year",
    "mths": "months",
    "doc": "document",
    "docs": "documents",
    "cert": "certificate",
    "certs": "certificates",
    "qual": "qualification",
    "quals": "qualifications",
    "info": "information",
}

_IRREGULAR = {
    "delivery": "deliv",
    "taught": "teach",
    "kept": "keep",
    "held": "hold",
    "sent": "send",
    "used": "use",
    "using": "use",
    "uses": "use",
    "paid": "pay",
    "told": "tell",
    "chosen": "choos",
    "chose": "choos",
    "consortia": "consorti",
    "consortium": "consorti",
    "consortiums": "consorti",
    "quality": "quality",
    "qualities": "quality",
    "quarter": "quarter",
    "approval": "approv",
    "approvals": "approv",
    "unapproved": "unapprov",
    "withdrawal": "withdraw",
    "withdrawals": "withdraw",
    "withdrawn": "withdraw",
    "withdrew": "withdraw",
    "removal": "remov",
    "renewal": "renew",
    "exceptional": "exception",
    "exceptionally": "exception",
    "submission": "submit",
    "submissions": "submit",
    "suspension": "suspend",
    "suspensions": "suspend",
    "decision": "decid",
    "decisions": "decid",
    "retention": "retain",
    "applicant": "appl",
    "applicants": "appl",
    "exam": "exam",
    "exams": "exam",
    "examination": "exam",
    "examinations": "exam",
    "examiner": "exam",
    "examiners": "exam",
    "nominee": "nomin",
    "nominees": "nomin",
    "annually": "annual",
    "yearly": "year",
    "criteria": "criterion",
    # What is agreed to, not the part of a year.
    "terms": "terms",
    "children": "child",
    "people": "person",
    "began": "begin",
    "begun": "begin",
    "lost": "lose",
    "found": "find",
    "left": "leav",
    "leaving": "leav",
    "leave": "leav",
    "leaves": "leav",
    "ran": "run",
    "went": "go",
    "met": "meet",
    "further": "further",
    "united": "united",
    "other": "other",
    "others": "other",
    "learner": "learn",
    "learners": "learn",
}

# Longest first; the number is how many letters must remain.
_SUFFIXES: tuple[tuple[str, str, int], ...] = (
    ("ifications", "if", 2),
    ("ification", "if", 2),
    ("ificates", "if", 2),
    ("ificate", "if", 2),
    ("isations", "is", 4),
    ("isation", "is", 4),
    ("ications", "", 3),
    ("ication", "", 3),
    ("atively", "", 4),
    ("ibility", "", 4),
    ("ability", "", 4),
    ("ations", "", 4),
    ("ation", "", 4),
    ("ative", "", 4),
    ("ating", "", 4),
    ("ated", "", 4),
    ("iness", "y", 4),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ships", "", 4),
    ("ship", "", 4),
    ("ness", "", 4),
    ("ible", "", 4),
    ("able", "", 4),
    ("ance", "", 4),
    ("ence", "", 4),
    ("iers", "y", 3),
    ("ier", "y", 3),
    ("ors", "", 5),
    ("ers", "", 4),
    ("ate", "", 4),
    ("ion", "", 4),
    ("ive", "", 5),
    ("ity", "", 5),
    ("ied", "y", 3),
    ("ing", "", 3),
    ("or", "", 5),
    ("er", "", 4),
    ("ly", "", 4),
    ("ed", "", 3),
)
_BY_LAST: dict[str, tuple[tuple[str, str, int], ...]] = {
    last: tuple(rule for rule in _SUFFIXES if rule[0][-1] == last) for last in {rule[0][-1] for rule in _SUFFIXES}
}
_VOWEL = re.compile(r"[aeiouy]")
_AMERICAN = re.compile(r"(?<=.{3})iz(?=(?:e|es|ed|er|ers|ing|ation|ations)$)")

_FUNCTION = """
    a an the this that these those there here it its it's itself i i'm i've i'd i'll me my mine myself we we're we've
    we'd we'll us our ours ourselves you you're you've your yours he him his she her hers they they're they've them
    their theirs one one's ones some any every each either both own same such so as at by for from in into of off on
    onto out over to up upon with within and or but if then than because while until till when where which what who
    whom whose why how what's who's where's when's how's that's there's is am are was were be been being do does did
    done doing have has had having can could will would shall should may might must let let's lets also just only too
    very really still already exactly actually please about eg ie etc vs per via again ever whats
    whos wheres im ive theyre weve
    mean means meant define defined defines defining definition definitions meaning explain explained
"""
# A denial shades a question too, in whichever form.
_DENIALS = """
    not no never without isn't isnt aren't arent wasn't wasnt weren't werent don't dont doesn't doesnt didn't
    didnt haven't havent hasn't hasnt hadn't can't cant cannot couldn't couldnt won't wont wouldn't wouldnt
    shouldn't shouldnt mustn't
"""
_DENIED = frozenset(_DENIALS.split())
DENIAL = "not"
"""The stem of every denial."""

FUNCTION_WORDS = frozenset(_FUNCTION.split())
"""Words that carry no topic."""

# They shade a question without naming its topic.
_LIGHT = """
    need needs needed get gets got getting make makes making want wants wanted happen happens happened tell us thing
    things something someone anyone anybody somebody everything anything way ways kind sort go goes going come comes
    like know think say says give gives given take takes taken put use used using able allowed ok okay supposed before
    after during between under long many much often soon far early late latest more most less least first last next
    new old different else now time times day days week weeks month months year years date dates rule rules person
    people count counts call called stand stands other others another two three four work works
    working does yes not look see find help start all without within separate job
"""


class Word(NamedTuple):
    """A word of a text and where it stands."""

    word: str
    start: int
    """Index of its first character in the text as given."""

    end: int
    """Index after its last character."""


class _Spelling(dict[str, tuple[str, ...]]):
    """Written form → words, remembered; a text repeats itself."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        found = _words_of(written)
        if len(self) < 200_000:
            self[written] = found
        return found


class _Stems(dict[str, str]):
    """Word → stem, remembered."""

    def __missing__(self, word: str) -> str:
        found = _stem(word)
        if len(self) < 200_000:
            self[word] = found
        return found


_spelling = _Spelling()
_stems = _Stems()


def written(text: str) -> list[str]:
    """The words of a text as they are written, in small letters, still with hyphens and accents."""
    # Small letters first: matching without regard to case takes half as long again.
    return _WRITTEN_SMALL.findall(text.lower())


def words_of(form: str) -> tuple[str, ...]:
    """The words that one written form holds: usually one; "T&Cs" gives two, "non-approved" too."""
    return _spelling[form]


def words(text: str) -> list[str]:
    """The words of a text, in order, function words included."""
    return [word for form in _WRITTEN.findall(text) for word in _spelling[form]]


def placed_words(text: str) -> list[Word]:
    """The words of a text with their places. Words from one written form share its place."""
    found: list[Word] = []
    for match in _WRITTEN.finditer(text):
        start, end = match.span()
        found.extend(Word(word, start, end) for word in _spelling[match.group()])
    return found


def stem(word: str) -> str:
    """What a word shares with its relatives: "verifier", "verified" and "verification" all give "verif"."""
    return _stems[word]


def stems(text: str) -> list[str]:
    """The stems of a text's words that are not function words, in order."""
    return [_stems[word] for word in words(text) if word not in FUNCTION_WORDS]


def is_light(word: str) -> bool:
    """Whether a word only shades a question ("need", "happens", "how many weeks")."""
    return _stems[word] in LIGHT_STEMS


def _words_of(form: str) -> tuple[str, ...]:
    if form.isascii() and form.isalpha():
        word = form.lower()
        return _SPELT_OUT.get(word) or (_SPELLINGS.get(word, word),)
    text = unicodedata.normalize("NFKC", form).casefold()
    if not text.isascii():
        text = text.translate(_PLAINER)
        bare = (char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
        text = unicodedata.normalize("NFC", "".join(bare))
    if text in _SPELT_OUT:
        return _SPELT_OUT[text]
    objective = _OBJECTIVE.fullmatch(text)
    if objective:
        return (f"qo{objective.group(1)}",)
    if text.startswith("sub") and text.rstrip("s").endswith("site"):
        return ("subsite",)
    parts = [part for part in _SPLIT.split(text) if part]
    return tuple(even for part in _joined(parts) if (even := _even(part)))


def _joined(parts: list[str]) -> Iterable[str]:
    if len(parts) == 1 or all(len(part) == 1 for part in parts):
        return ("".join(parts),)
    if len(parts) == 2 and (parts[0] in _JOINED_BEFORE or parts[1] in _JOINED_AFTER):
        return ("".join(parts),)
    return parts


def _even(part: str) -> str:
    if "'" in part:
        if part in FUNCTION_WORDS or part in _DENIED:
            return part
        part = part.removesuffix("'s").replace("'", "")
    part = part.replace("_", "")
    return _SPELLINGS.get(part, part)


def _stem(word: str) -> str:
    if word in _DENIED:
        return DENIAL
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.isalpha():
        return (
            word[:-1] if word.endswith("s") and len(word) > 2 and word[-2:] != "ss" and not word.isnumeric() else word
        )
    if word.startswith("regist"):
        return "regist"
    word = _AMERICAN.sub("is", word)
    word = _singular(word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for _ in range(2):
        shorter = _without_suffix(word)
        if shorter == word:
            break
        word = shorter
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1]
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_suffix(word: str) -> str:
    for suffix, instead, least in _BY_LAST.get(word[-1], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            rest = word[: -len(suffix)]
            if not _VOWEL.search(rest):
                continue
            if suffix in ("ed", "ing", "er", "ers") and len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "sl":
                rest = rest[:-1]
            return rest + instead
    return word


LIGHT_STEMS = frozenset(stem(word) for word in _LIGHT.split())
"""Stems of the words that only shade a question."""
