"""Reading a query: what each word may stand for, how much it matters, and what kind of answer is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntFlag
from functools import lru_cache

from guide_tui.search.everyday import everyday_words
from guide_tui.search.thesaurus import Thesaurus
from guide_tui.search.vocabulary import Correction, Vocabulary
from guide_tui.search.words import FUNCTION_WORDS, LIGHT_STEMS, MISTAKES, Word, placed_words, stem, words

MOST_WORDS = 32
"""Words of a query that are read; nobody asks longer questions, but somebody pastes a page."""

MOST_LETTERS = 60
"""Letters of a word that is guessed at. No two words written as one are longer, and every cut would be tried."""

# How well a document's word serves for the one typed.
_SAME = 1.0
_JOINED = 0.95
_SYNONYM = 0.8
_COMPLETED = 0.85
_LONGER = 0.5
_CORRECTED = {0: 0.95, 1: 0.9, 2: 0.75, 3: 0.6}

# How much a word matters, beside its rarity.
_LIGHT = 0.3
_UNKNOWN = 0.6

_KEPT = 4096

_STAND = ("stand", "stands")
"""What something stands for is asked of it, not about standing."""

_OFTEN_SHORTENED = ("how", "what", "when", "where", "which", "can", "should", "need", "have", "with", "before", "about")
"""Function words that people type without their vowels: "hw", "whn"."""


class Asked(IntFlag):
    """What kind of answer a question wants."""

    NOTHING = 0
    WHO = 1
    WHEN = 2
    WHERE = 4
    MEANING = 8
    WHETHER = 16
    MANNER = 32
    NUMBER = 64


_UNIT = r"(?:weeks?|days?|months?|years?|wks?|yrs?)"
_QUESTIONS: tuple[tuple[Asked, str, str], ...] = (
    (Asked.WHO, "who", r"\bwho(?:m|se|'s)?\b"),
    (Asked.WHO, "which", r"\bwhich (?:centre|school|college|person)\b"),
    (Asked.WHO, "responsib", r"\bresponsib"),
    (Asked.WHO, "role", r"\brole"),
    (Asked.WHEN, "when", r"\bwhen\b"),
    (Asked.WHEN, "how", r"\bhow (?:long|soon|often|far|late|early|quick\w*)\b"),
    (Asked.WHEN, "date", r"\bwhat date\b"),
    (Asked.WHEN, "deadline", r"\bdeadlines?\b"),
    (Asked.WHEN, "due", r"\bdue\b"),
    (Asked.WHEN, "latest", r"\blatest\b"),
    (Asked.WHEN, "time", r"\btimescales?\b|\btimeline\b"),
    (Asked.WHEN, "how", rf"\bhow m\w+ (?:working )?{_UNIT}\b"),
    (Asked.WHERE, "where", r"\bwhere\b"),
    (Asked.MEANING, "at", r"^(?:so )?(?:what|wat)(?:'s| is| are| exactly is| counts as)\b|\bwhat do you call\b"),
    (Asked.MEANING, "mean", r"\bmean(?:s|ing)?\b"),
    (Asked.MEANING, "stand", r"\bstands? for\b"),
    (Asked.MEANING, "defin", r"\bdefin"),
    (Asked.WHETHER, "", r"^(?:can|may|could|do|does|is|are|should|must|will|would|has|have|did)\b"),
    (Asked.WHETHER, " to", r"\b(?:ok|allowed) to\b"),
    (Asked.MANNER, "how", r"^how (?:do|can|to|should|does|would)\b"),
    (Asked.NUMBER, "how", r"\bhow (?:many|much)\b"),
)
"""What is asked for, what every wording of it holds (looked for first, since that costs next to nothing), a pattern."""

_PATTERNS = tuple((kind, part, re.compile(pattern)) for kind, part, pattern in _QUESTIONS)


@lru_cache(maxsize=1)
def _common_words() -> Vocabulary:
    return Vocabulary({word: 1 for word in FUNCTION_WORDS if word.isalpha() and len(word) > 3})


@lru_cache(maxsize=1)
def _question_words() -> Vocabulary:
    return Vocabulary(dict.fromkeys(_OFTEN_SHORTENED, 1))


@lru_cache(maxsize=8192)
def asked(text: str) -> Asked:
    """What kind of answer a question wants, as far as its wording says."""
    even = " ".join(text.casefold().replace("’", "'").split())
    found = Asked.NOTHING
    for kind, part, pattern in _PATTERNS:
        if part in even and pattern.search(even):
            found |= kind
    return found


@dataclass(slots=True)
class Meaning:
    """What one word of a query may stand for."""

    terms: dict[int, float]
    """Term ids with how well each serves, 0 to 1."""

    phrases: tuple[tuple[tuple[int, ...], float], ...] = ()
    """Several terms that together serve."""

    known: bool = True
    """Whether the library, or the language, has this word or something near it."""

    word: str = ""
    """The word that it is taken for, where it was misspelt; empty where it was not."""


@dataclass(slots=True)
class QueryWord:
    """A word of a query that carries a topic."""

    typed: str
    place: Word
    weight: float
    """How much it matters, 0 to 1."""

    meaning: Meaning


@dataclass(slots=True)
class Query:
    """A query as the index understands it."""

    text: str
    words: list[QueryWord]
    """Without function words."""

    asked: Asked
    corrected: str
    """The query with misspelt words replaced; empty where there were none."""

    stems: tuple[str, ...] = ()
    """All its stems, in order, function words included."""

    content: tuple[str, ...] = ()
    """The stems that carry a topic."""

    total: float = field(init=False)
    """The sum of the weights."""

    def __post_init__(self) -> None:
        self.total = sum(word.weight for word in self.words)


class QueryReader:
    """Reads queries for one library."""

    def __init__(
        self, vocabulary: Vocabulary, thesaurus: Thesaurus, terms: Mapping[str, int], rarities: Sequence[float]
    ) -> None:
        """Take what the library says about words.

        Args:
            vocabulary: Its words.
            thesaurus: What means the same.
            terms: Term id by stem.
            rarities: By term id, how rare it is: near 1 where one document has it, near 0 where all do.
        """
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus
        self._terms = terms
        self._rarities = rarities
        self._meanings: dict[tuple[str, bool], Meaning] = {}

    def read(self, text: str) -> Query:
        """What the query says. A last word that nothing follows may be unfinished."""
        placed = placed_words(text)[:MOST_WORDS]
        open_end = bool(placed) and placed[-1].end == len(text)
        wanted = asked(" ".join(place.word for place in placed))
        shouted = text.isupper() and len(placed) > 1
        found: list[QueryWord] = []
        taken: list[str] = []
        positions: list[int] = []
        for number, place in enumerate(placed):
            last = open_end and number == len(placed) - 1
            if place.word in FUNCTION_WORDS or (place.word in _STAND and Asked.MEANING in wanted):
                taken.append(place.word)
                continue
            letters = text[place.start : place.end]
            if letters.isupper() and not shouted and place.word not in self._vocabulary:
                # An abbreviation that the library does not have is no misspelt word: APER is not "paper".
                meaning = Meaning({}, known=False)
            else:
                meaning = self._meaning(place.word, last)
            taken.append(meaning.word or place.word)
            if meaning.word in FUNCTION_WORDS:
                continue
            # A copy, because neighbours and synonyms add to it.
            found.append(QueryWord(place.word, place, 0.0, replace(meaning, terms=dict(meaning.terms))))
            positions.append(number)
        stems = tuple(map(stem, taken))
        self._join_neighbours(found, positions)
        self._add_synonyms(found, positions, stems)
        for word, position in zip(found, positions, strict=True):
            word.weight = self._weight(word.meaning, stems[position])
        return Query(
            text=text,
            words=found,
            asked=asked(" ".join(taken)),
            corrected=_corrected(text, placed, taken),
            stems=stems,
            content=tuple(stems[position] for position in positions),
        )

    def _meaning(self, word: str, last: bool) -> Meaning:
        key = (word, last)
        found = self._meanings.get(key)
        if found is None:
            if len(self._meanings) >= _KEPT:
                self._meanings.clear()
            found = self._meanings[key] = self._look_up(word, last)
        return found

    def _look_up(self, word: str, last: bool) -> Meaning:
        terms: dict[int, float] = {}
        own = self._terms.get(stem(word))
        if own is not None:
            terms[own] = _SAME
        if last:
            longer = _LONGER if own is not None else _COMPLETED
            for completion in self._vocabulary.complete(word):
                _put(terms, self._terms.get(stem(completion)), longer)
        if terms or word in self._vocabulary:
            return Meaning(terms)
        if word in everyday_words():
            # Spelt rightly, it is simply another word: a "park" is no "part".
            return Meaning(terms, known=False)
        if stem(word) in LIGHT_STEMS:
            return Meaning(terms)
        return self._guess(word, last)

    def _guess(self, word: str, last: bool) -> Meaning:
        """What a word may be that the library does not have."""
        if len(word) > MOST_LETTERS:
            return Meaning({}, known=False)
        if _question_words().without_vowels(word):
            return Meaning({}, word=_question_words().without_vowels(word))
        near = list(self._vocabulary.correct(word))
        if last and (not near or near[0].cost > 1):
            # While it is being typed, that it begins like a known word says more than that it is near another.
            near += [start for start in self._vocabulary.correct_start(word) if not near or start.cost < near[0].cost]
        full = self._vocabulary.without_vowels(word)
        if full:
            near.insert(0, Correction(full, 1))
        near.sort(key=lambda correction: correction.cost)
        if not near or near[0].cost > 1:
            common = _common_words().correct(word)
            if common and common[0].cost < (near[0].cost if near else 9):
                return Meaning({}, word=common[0].word)
        terms: dict[int, float] = {}
        for correction in near:
            _put(terms, self._terms.get(stem(correction.word)), _CORRECTED.get(correction.cost, 0.5))
        if near:
            # A word with another first letter is too often simply another word: "parking" is not "marking".
            sure = near[0].word[0] == word[0] or near[0].word[:2] == word[1::-1]
            return Meaning(terms, known=sure, word=near[0].word)
        halves = self._halves(word)
        return Meaning(terms, ((halves, _JOINED),)) if halves else Meaning(terms, known=False)

    def _halves(self, word: str) -> tuple[int, ...]:
        """The two known words that were written as one: "leadcentre"."""
        for cut in range(len(word) - 3, 2, -1):
            first, second = self._terms.get(stem(word[:cut])), self._terms.get(stem(word[cut:]))
            if (
                first is not None
                and second is not None
                and word[:cut] in self._vocabulary
                and word[cut:] in self._vocabulary
            ):
                return (first, second)
        return ()

    def _join_neighbours(self, found: list[QueryWord], positions: list[int]) -> None:
        """Take two words that the library writes as one for that one: "check list"."""
        for (one, here), (two, there) in zip(
            zip(found, positions, strict=True), list(zip(found, positions, strict=True))[1:], strict=False
        ):
            joined = one.typed + two.typed
            if there == here + 1 and joined in self._vocabulary:
                for word in (one, two):
                    _put(word.meaning.terms, self._terms.get(stem(joined)), _JOINED)
                    word.meaning.known = True

    def _add_synonyms(self, found: list[QueryWord], positions: list[int], stems: tuple[str, ...]) -> None:
        for start, end, phrase in self._thesaurus.alternatives(stems):
            ids = tuple(self._terms[part] for part in phrase if part in self._terms)
            if len(ids) != len(phrase):
                continue
            for word, position in zip(found, positions, strict=True):
                if start <= position < end:
                    # A synonym of a doubtful correction does not make it any surer.
                    word.meaning.known = word.meaning.known or not word.meaning.word
                    if len(ids) == 1:
                        _put(word.meaning.terms, ids[0], _SYNONYM)
                    else:
                        word.meaning.phrases += ((ids, _SYNONYM),)
        for word in found:
            word.meaning.phrases = _without_longer(word.meaning)

    def _weight(self, meaning: Meaning, own: str) -> float:
        shade = _LIGHT if own in LIGHT_STEMS else 1.0
        rarities = [self._rarities[term] for term, quality in meaning.terms.items() if quality >= _COMPLETED]
        if not rarities:
            rarities = [self._rarities[term] for term in meaning.terms]
            rarities += [max(self._rarities[term] for term in ids) for ids, _ in meaning.phrases]
        if not rarities:
            return shade * _UNKNOWN
        # A word that may be several things says less than the rarest of them.
        return shade * max(0.05, sum(rarities) / len(rarities))


def _put(terms: dict[int, float], term: int | None, quality: float) -> None:
    if term is not None and terms.get(term, 0.0) < quality:
        terms[term] = quality


def _without_longer(meaning: Meaning) -> tuple[tuple[tuple[int, ...], float], ...]:
    """The phrases that find something which no shorter one and no single term finds as well."""
    kept: list[tuple[tuple[int, ...], float]] = []
    for ids, quality in sorted(meaning.phrases, key=lambda phrase: len(phrase[0])):
        single = any(meaning.terms.get(term, 0.0) >= quality for term in ids)
        if not single and not any(set(ids).issuperset(shorter) for shorter, _ in kept):
            kept.append((ids, quality))
    return tuple(kept)


def _corrected(text: str, placed: Sequence[Word], taken: Sequence[str]) -> str:
    parts: list[str] = []
    end = 0
    changed = False
    for place, word in zip(placed, taken, strict=True):
        typed = text[place.start : place.end]
        if typed.lower() in MISTAKES or (word != place.word and word not in words(typed)):
            parts += [text[end : place.start], word]
            end = place.end
            changed = True
    return "".join([*parts, text[end:]]) if changed else ""
