"""Byte pair encoding: which pairs of symbols are merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator

    Pair = tuple[str, str]


def counted(spelled: Sequence[Sequence[str]], counts: Sequence[int]) -> dict[Pair, int]:
    """Pair of neighbours -> how often it occurs in all words."""
    pairs: dict[Pair, int] = {}
    for symbols, count in zip(spelled, counts, strict=True):
        for i in range(len(symbols) - 1):
            pair = symbols[i], symbols[i + 1]
            pairs[pair] = pairs.get(pair, 0) + count
    return pairs


def merged(symbols: Sequence[str], pair: Pair) -> list[str]:
    """The symbols of a word after a merge, from left to right."""
    new: list[str] = []
    i = 0
    while i < len(symbols):
        found = tuple(symbols[i : i + 2]) == pair
        new.append("".join(pair) if found else symbols[i])
        i += 2 if found else 1
    return new


def bpe_train(words: Sequence[str], counts: Sequence[int], num_merges: int) -> list[Pair]:
    """The merges learned, as pairs of symbols, in order; at most `num_merges`.

    Each word begins as its characters, without a mark for its end; counts says how often it occurs.
    Again and again the pair of neighbours inside words that occurs most often becomes one symbol,
    from left to right in every word. All neighbours count, so "aaa" holds (a, a) twice, though only
    one of the two can be merged. Of equally frequent pairs it is the smallest, as Python compares
    tuples of texts. It ends early when every word is one symbol.
    Source: Sennrich, Haddow, Birch 2016, arXiv:1508.07909, section 3.2.

    >>> bpe_train(["low", "lowest"], [5, 2], 3)
    [('l', 'o'), ('lo', 'w'), ('e', 's')]
    """
    spelled, merges = [list(word) for word in words], []
    for _ in range(num_merges):
        pairs = counted(spelled, counts)
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        spelled = [merged(symbols, best) for symbols in spelled]
    return merges


def _draw(rng: Generator, number: int, letters: str, longest: int, merges: int) -> Arguments:
    lengths = rng.integers(2, longest + 1, number)
    drawn = ["".join(rng.choice(list(letters), length).tolist()) for length in lengths]
    words = list(dict.fromkeys(drawn))
    counts = rng.integers(2, 900, len(words)).tolist()
    return {"words": words, "counts": counts, "num_merges": merges}


def _latest(words: Sequence[str], counts: Sequence[int], num_merges: int) -> list[Pair]:
    """As `bpe_train`, but of equally frequent pairs the largest."""
    flipped = {c: chr(0x10000 - ord(c)) for c in {c for word in words for c in word}}
    back = {new: old for old, new in flipped.items()}
    words = ["".join(flipped[c] for c in word) for word in words]
    found = bpe_train(words, counts, num_merges)
    return [("".join(back[c] for c in a), "".join(back[c] for c in b)) for a, b in found]


def _without_ties(
    rng: Generator, number: int, letters: str, longest: int, merges: int
) -> Arguments:
    """Words in which one pair is the most frequent at each step."""
    while True:
        drawn = _draw(rng, number, letters, longest, merges)
        spelled: list[Sequence[str]] = list(drawn["words"])
        for pair in bpe_train(**drawn):
            pairs = sorted(counted(spelled, drawn["counts"]).values())
            if pairs[-2:-1] == pairs[-1:]:
                break
            spelled = [merged(symbols, pair) for symbols in spelled]
        else:
            return drawn


def _few(rng: Generator, size: int) -> Arguments:
    return _without_ties(rng, size + 3, "abc", 5, 3)


def _more(rng: Generator, size: int) -> Arguments:
    return _without_ties(rng, 3 * size + 5, "abcde", 7, size + 2)


def _boundary(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """(a, b) must not touch the end of the symbol "ca"."""
    a, b, c = rng.permutation(list("abcdefgh"))[:3].tolist()
    counts = rng.integers((61, 31, 1), (80, 50, 20)).tolist()
    words = [c + a, a + b, c + a + b]
    return {"words": words, "counts": counts, "num_merges": 3}


def _runs(rng: Generator, size: int) -> Arguments:
    """As many "aaa" as make neighbours that overlap count twice win over (b, c)."""
    a, b, c = rng.permutation(list("abcdefgh"))[:3].tolist()
    count = int(rng.integers(20, 90))
    words = [a * (2 * size + 1), b + c]
    return {"words": words, "counts": [count, (2 * size - 1) * count + 1], "num_merges": 2}


def _none(rng: Generator, size: int) -> Arguments:
    return _few(rng, size) | {"num_merges": 0}


def _no_words(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"words": [], "counts": [], "num_merges": int(rng.integers(1, 9))}


def _to_the_end(rng: Generator, size: int) -> Arguments:
    """More merges than there are pairs; some words are one character from the start."""
    a, b = rng.permutation(list("abcdefgh"))[:2].tolist()
    words = [a, a + b, a * 2 + b, b]
    return {"words": words, "counts": rng.integers(2, 99, 4).tolist(), "num_merges": 4 + size}


def _listed_twice(rng: Generator, size: int) -> Arguments:
    """The first word wins by what both of its places count together."""
    a, b, c, d = rng.permutation(list("abcdefgh"))[:4].tolist()
    count = int(rng.integers(20, 90))
    words = [a + b, c + d, a + b, d * (size + 1)]
    return {"words": words, "counts": [count, count + 9, count - 9, 1], "num_merges": 2}


def _other_characters(rng: Generator, size: int) -> Arguments:
    return _without_ties(rng, size + 4, ".*(é中A", 4, 2)


def _equal(rng: Generator, size: int) -> Arguments:
    while True:
        drawn = _draw(rng, size + 3, "abcd", 4, 4)
        drawn["counts"] = [1] * len(drawn["words"])
        if bpe_train(**drawn) != _latest(**drawn):
            return drawn


def _one_word(rng: Generator, size: int) -> Arguments:
    """All letters differ, the smallest pair is never the first."""
    letters = "".join(rng.permutation(list("bcdefgh"))[: size + 1].tolist()) + "az"
    return {"words": [letters], "counts": [int(rng.integers(1, 9))], "num_merges": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 50 * size, "abcdefghij", 9, 7 * size)


HIDDEN = Hidden(
    Exercise(
        name="bpe_train",
        summary="Learn the merges of byte pair encoding (BPE) from words and their counts.",
        parameters=(
            Parameter("words", "list of strings, perhaps empty; each has at least one character"),
            Parameter("counts", "list of ints above 0: how often each word occurs"),
            Parameter("num_merges", "how many merges to learn at most, at least 0"),
        ),
        returns="list of the merges in order, each a pair (left, right) of strings",
        kind=Returns.PLAIN,
        conventions=(
            "A word begins as its characters; no end-of-word mark. Pairs never span two words.",
            "Each step merges the most frequent pair of neighbours, weighted by counts.",
            "Of equally frequent pairs, the smallest as Python compares tuples of strings.",
            "All neighbours count: 'aaa' holds ('a', 'a') twice. Merging goes from left to right.",
            "Pairs that occur once are merged as well; it ends when no pair is left.",
            "A word may be listed more than once: its counts add up. Words hold no whitespace.",
        ),
        example=(
            ("bpe_train(['low', 'lowest'], [5, 2], 3)", "[('l', 'o'), ('lo', 'w'), ('e', 's')]"),
        ),
    ),
    bpe_train,
    (
        Family(Category.BASIC, "a few words of three letters", _few, 4),
        Family(Category.BASIC, "more words and merges", _more, 4),
        Family(Category.BASIC, "a pair that is also at a symbol's border", _boundary),
        Family(Category.EDGE, "the same letter again and again", _runs),
        Family(Category.EDGE, "no merges", _none, 1),
        Family(Category.EDGE, "no words", _no_words, 1),
        Family(Category.EDGE, "more merges than pairs", _to_the_end, 2),
        Family(Category.EDGE, "a word listed twice", _listed_twice),
        Family(Category.EDGE, "other characters than letters", _other_characters),
        Family(Category.TIES, "equally frequent pairs", _equal, 3),
        Family(Category.TIES, "one word of different letters", _one_word),
        Family(Category.LARGE, "hundreds of words", _many, 1),
    ),
)
