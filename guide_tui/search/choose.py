"""Matching what a person types to the options of one question.

A wrong guess would lead to a wrong verdict, so an option is certain only where every word that could change the meaning
is accounted for: negations must agree, hedges ("yes, but", "some", "will be") and words that no option has make it ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from guide_tui.model.tree import Option
from guide_tui.search.vocabulary import Vocabulary
from guide_tui.search.words import stem, words

Said = tuple[str, bool]
"""A stem, and whether it is denied: "not approved" says ``("approv", True)``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What typed words mean among the options of a question."""

    certain: str | None
    """The id of the one option that is meant; None where that is not clear."""

    candidates: tuple[str, ...] = ()
    """Ids of the options that may be meant, likeliest first; ``certain`` alone where there is one."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_YES = _listed("yes yeah yep yup yea yh ye y aye true correct definitely absolutely indeed affirmative certainly")
_NO = _listed("no nope nah n naw negative never")

# Words that change nothing about which option is meant. Not among them: words of time and doubt ("was", "to be",
# "had", "think"), since "we had approval" is another answer than "we have approval".
_FILLERS = _listed("""
    a an the this that these those there here it its i me my we us our you your they them their he she
    am is are been have has do does to of for in on at by with and so as please just um er oh ok well really
    actually basically honestly simply option answer thanks sorry say yet currently now already
""")

_NEGATORS = _listed("no not non never none nobody nothing neither nor without cannot nope nah hardly")
# These also stand for themselves: "none" is an answer.
_SPOKEN_NEGATORS = _listed("never none nobody nothing neither without")

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DIGITS = frozenset(map(str, range(len(_NUMBERS))))

_UNSURE = tuple(
    tuple(line.split())
    for line in """
        dunno
        idk
        unsure
        uncertain
        unclear
        clueless
        not sure
        not certain
        not clear
        no idea
        no clue
        not a clue
        not got a clue
        who knows
        do not know
        did not know
        not know
        do not understand
        do not remember
        not remember
        can not remember
        can not say
        can not tell
        hard to say
        hard to tell
        have not decided
        not decided
    """.strip().splitlines()
)

_CONTRACTED = re.compile(
    r"n't$|(?<=^do)nt$|(?<=^does)nt$|(?<=^did)nt$|(?<=^is)nt$|(?<=^are)nt$|(?<=^have)nt$|(?<=^has)nt$"
)
_CLAUSE = re.compile(r"[,;:!?()\n]|\.(?=\s|$)|\s[-–—]+\s|\bbut\b", re.IGNORECASE)
_HEDGE = re.compile(r"\bbut\b|\bexcept\b|\bunless\b|\bif\b|\bapart from\b|\bor\b", re.IGNORECASE)
_DENYING_PREFIX = re.compile(r"(?:un|non)(?=\w{4})")

_KEYWORD_SHARE = 0.25
_LEAST_PREFIX = 3
_LEAST_GUESSED = 5


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a piece of text says."""

    words: tuple[str, ...]
    """Contractions written out, fillers included."""

    said: frozenset[Said]
    """What carries meaning."""

    loose: bool = False
    """A denial that belongs to nothing in particular stands beside other words ("approved, no")."""


_POINTING = frozenset(["both", "them", "it", "that", "this", "those", "these", "same"])
"""Words that point at something said before: alone, they mean only an option that is called so or begins with them."""


def choose(options: Sequence[Option], words: str, *, yes_no: bool = False) -> Choice:
    """The option that typed words mean, or those that they may mean.

    Args:
        options: The options of one question.
        words: What the person typed.
        yes_no: Whether the question is answered by yes or no.

    Returns:
        A certain option only where nothing in the words speaks against it. Nothing matching gives no candidates.
    """
    text = _expanded(words)
    unsure = tuple(option.id for option in options if option.unsure)
    if not text:
        return Choice(None, unsure if "?" in words else ())
    exact = [option.id for option in options if text in {_expanded(phrase) for phrase in _phrases(option)}]
    if len(exact) == 1:
        return Choice(exact[0], (exact[0],))
    if exact:
        return Choice(None, tuple(exact))
    if len(text) == 1 and text[0] in _POINTING and not any(_expanded(option.label)[:1] == text for option in options):
        return Choice(None, tuple(option.id for option in options if not option.unsure))
    return _unsure(options, words, text, unsure) or _polar(options, words, text, yes_no) or _by_words(options, words)


def _phrases(option: Option) -> tuple[str, ...]:
    return (option.label, *option.also)


def _unsure(options: Sequence[Option], typed: str, text: tuple[str, ...], unsure: tuple[str, ...]) -> Choice | None:
    """The option for not knowing, if that is what the words say and nothing else."""
    for phrase in _UNSURE:
        for start in range(len(text) - len(phrase) + 1):
            if text[start : start + len(phrase)] == phrase:
                rest = text[:start] + text[start + len(phrase) :]
                if all(word in _FILLERS or word in {"about", "what", "yet"} for word in rest):
                    return Choice(unsure[0], unsure) if len(unsure) == 1 else Choice(None, unsure)
                others = _by_words(options, typed).candidates
                return Choice(None, tuple(dict.fromkeys((*unsure, *others))))
    return None


def _polar(options: Sequence[Option], typed: str, text: tuple[str, ...], yes_no: bool) -> Choice | None:
    """Yes or no, where the options say so; None where the words are about something else."""
    positive = [option for option in options if _leads(option, "yes")]
    negative = [option for option in options if _leads(option, "no")]
    if not positive and not negative:
        return None
    yes = [word for word in text if word in _YES or word == "sure"] + _plain_assent(text)
    no = [word for word in text if word in _NO]
    denied = [word for word in text if word in _NEGATORS]
    if not yes and not no and not (yes_no and denied):
        return None
    if (yes and (no or denied)) or _denies_a_no(text) or _HEDGE.search(typed):
        return Choice(None, _ids(positive + negative, _by_words(options, typed).candidates))
    meant = positive if yes else negative
    if len(meant) != 1:
        return Choice(None, _ids(meant, ()))
    if _adds_nothing(meant[0], typed, text, negative=not yes):
        return Choice(meant[0].id, (meant[0].id,))
    return Choice(None, _ids(meant, (*_by_words(options, typed).candidates, *_ids(negative if yes else positive, ()))))


def _denies_a_no(text: tuple[str, ...]) -> bool:
    return any(word == "not" and following in _NO for word, following in pairwise(text))


def _adds_nothing(option: Option, typed: str, text: tuple[str, ...], *, negative: bool) -> bool:
    """Whether the words beside the yes or no are fillers, repeat the option, or deny in the same sense."""
    own = {word for phrase in _phrases(option) for word in _expanded(phrase)}
    if negative and text[:2] == ("not", "yet"):
        # Whatever is not yet so is no; but what is not yet known is not settled, nor what is so in part.
        said = _read(typed, frozenset()).said
        return all(denied for word, denied in said) and not (_KNOWING | _LIMITS) & set(text)
    rest = [word for word in text if word not in _YES | _NO | _FILLERS | own | {"sure", "course", "not"}]
    if not rest:
        # "Not the lead" speaks against an option "No, the lead does".
        return not negative or any(word in _NO for word in text) or all(word in _FILLERS | {"not"} for word in text)
    if not negative or text[0] not in _NO or "not" not in text:
        return False
    said = _read(typed, frozenset()).said
    return all(denied for word, denied in said) and not any(word in _LIMITS for word in rest)


_LIMITS = _listed("""
    only all some most every each both either one two three few many several half partly part longer always
    other others another more less still
""")


_KNOWING = _listed("know known sure certain clear decided checked told heard confirmed found seen asked")
"""What speaks of knowing: "not yet checked" denies that, and not what is asked."""


def _plain_assent(text: tuple[str, ...]) -> list[str]:
    """ "We do", "it is", "they have": assent without a yes."""
    subjects = {"i", "we", "they", "it", "he", "she", "you", "there"}
    verbs = {"do", "does", "did", "is", "are", "have", "has", "am", "was", "were", "can", "will"}
    return ["yes"] if len(text) == 2 and text[0] in subjects and text[1] in verbs else []


def _leads(option: Option, answer: str) -> bool:
    return not option.unsure and answer in (option.id, *_expanded(option.label)[:1])


def _ids(options: Iterable[Option], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(option.id for option in options), *more]))


def _by_words(options: Sequence[Option], typed: str) -> Choice:
    """Match word by word."""
    every = [word for option in options for phrase in _phrases(option) for word in _expanded(phrase)]
    known = frozenset(every)
    readings = [[_read(phrase, known) for phrase in _phrases(option)] for option in options]
    text, guessed = _with_typos(typed, known)
    said = text.said
    vetted = _HEDGE.search(typed) is None and not text.loose and not guessed
    scores: list[tuple[float, int]] = []
    equal: list[int] = []
    covering: list[int] = []
    for number, phrases in enumerate(readings):
        offered = frozenset().union(*(phrase.said for phrase in phrases))
        if _contradicts(said, offered):
            continue
        matched = said & offered
        begun = _begins(text.words, phrases)
        if not matched and not begun:
            continue
        share = max((len(said & phrase.said) / len(phrase.said) for phrase in phrases if phrase.said), default=0.0)
        scores.append((-(len(matched) + share + begun), number))
        if said and any(said == phrase.said for phrase in phrases):
            equal.append(number)
        if begun or (said <= offered and (len(said) > 1 or share >= _KEYWORD_SHARE)):
            covering.append(number)
    candidates = tuple(options[number].id for _, number in sorted(scores))
    for found in (equal, covering):
        if vetted and len(found) == 1 and (found is equal or not _contested(said, found[0], readings)):
            return Choice(options[found[0]].id, (options[found[0]].id,))
    return Choice(None, candidates)


def _contested(said: frozenset[Said], found: int, readings: Sequence[Sequence[_Reading]]) -> bool:
    """Whether another option has all these words too; for a single word, whether it even denies it."""
    asked = said | {(word, not denied) for word, denied in said} if len(said) == 1 else said
    return any(
        said <= offered or (len(said) == 1 and asked & offered)
        for offered in (
            frozenset().union(*(phrase.said for phrase in phrases))
            for number, phrases in enumerate(readings)
            if number != found
        )
    )


def _contradicts(said: frozenset[Said], offered: frozenset[Said]) -> bool:
    return any((word, not denied) in offered and (word, denied) not in offered for word, denied in said)


def _begins(text: tuple[str, ...], phrases: Sequence[_Reading]) -> bool:
    """Whether the text is the beginning of a phrase: whole words, the last perhaps unfinished."""
    *whole, last = text
    for phrase in phrases:
        if len(phrase.words) >= len(text) and list(phrase.words[: len(whole)]) == whole:
            here = phrase.words[len(whole)]
            if here == last or (len(last) >= _LEAST_PREFIX and here.startswith(last) and last not in _NEGATORS):
                return last not in _FILLERS
    return False


def _with_typos(typed: str, known: frozenset[str]) -> tuple[_Reading, bool]:
    """The reading with misspelt words put right, and whether one of them could as well be another word."""
    stems = {stem(word) for word in known}
    vocabulary = Vocabulary(dict.fromkeys(sorted(word for word in known if word.isalpha()), 1))
    guessed = False
    pieces: list[str] = []
    for clause in _CLAUSE.split(typed):
        for word in _expanded(clause):
            if word in known or stem(word) in stems or word in _FILLERS | _NEGATORS or _DENYING_PREFIX.match(word):
                pieces.append(_spelt_after_prefix(word, known, vocabulary))
                continue
            near = vocabulary.correct(word)
            roots = {stem(correction.word) for correction in near}
            if near:
                guessed |= len(roots) > 1 or len(word) < _LEAST_GUESSED or near[0].word[0] != word[0]
            pieces.append(near[0].word if near else word)
        pieces.append(",")
    return _read(" ".join(pieces), known), guessed


def _spelt_after_prefix(word: str, known: frozenset[str], vocabulary: Vocabulary) -> str:
    prefix = _DENYING_PREFIX.match(word)
    if word in known or not prefix:
        return word
    rest = word[prefix.end() :]
    near = () if rest in known else vocabulary.correct(rest)
    return prefix.group() + near[0].word if near else word


def _expanded(text: str) -> tuple[str, ...]:
    """The words of a text with "don't" as "do not", "no one" as "nobody", and digits as words."""
    found: list[str] = []
    for word in words(text.replace("’", "'")):
        if word == "cannot":
            found += ["can", "not"]
        elif word in {"can't", "cant", "won't", "wont", "ain't"}:
            found += ["can" if word[0] == "c" else "will", "not"]
        elif _CONTRACTED.search(word):
            found += [_CONTRACTED.sub("", word), "not"]
        elif word == "one" and found and found[-1] == "no":
            found[-1] = "nobody"
        else:
            found.append(_NUMBERS[int(word)] if word in _DIGITS else word.partition("'")[0])
    if len(found) > 2 and found[0] in {"the", "that", "this"} and found[-1] == "one":
        del found[-1]
    return tuple(found)


def _read(text: str, known: frozenset[str]) -> _Reading:
    """What a text says. A denial reaches to the end of its clause."""
    said: set[Said] = set()
    every: list[str] = []
    loose = False
    for clause in _CLAUSE.split(text):
        denier = ""
        pending = False
        spelt = _expanded(clause)
        every += spelt
        for word, following in zip_longest(spelt, spelt[1:]):
            if word in _NEGATORS:
                # "Not only" may deny nothing, or everything; what is denied twice may be said.
                loose |= following in {"only", "just"} or bool(denier)
                denier = word
                pending = True
            elif word not in _FILLERS:
                bare, opposite = _without_prefix(word, known)
                said.add((stem(bare), bool(denier) != opposite))
                pending = False
        if pending and denier in _SPOKEN_NEGATORS:
            said.add((denier, False))
        else:
            loose |= pending
    return _Reading(tuple(every), frozenset(said), loose and bool(said))


def _without_prefix(word: str, known: frozenset[str]) -> tuple[str, bool]:
    """ "Unapproved" as a denied "approved", where the options speak of "approved"."""
    prefix = _DENYING_PREFIX.match(word)
    if prefix:
        rest = word[prefix.end() :]
        if rest in known or stem(rest) in {stem(one) for one in known}:
            return rest, True
    return word, False
