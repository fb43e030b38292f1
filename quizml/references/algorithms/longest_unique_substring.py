"""The longest substring without a repeated character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden

if TYPE_CHECKING:
    from numpy.random import Generator

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = "AaBbCcZz 09.,-?卷积核池化é"


def longest_unique_substring(s: str) -> str:
    """The longest substring of s in which no character occurs twice; of several the leftmost.

    A window runs along s. When its newest character was in it already, its start jumps behind that
    earlier place; it never moves back. `last` holds where each character was seen last, so one
    pass is enough: O(n) time, and space for as many characters as there are different ones. Of the
    empty string the answer is empty.
    Source: LeetCode, problem 3, which asks for the length alone.

    >>> longest_unique_substring("abcabcbb"), longest_unique_substring("abba")
    ('abc', 'ab')
    """
    last: dict[str, int] = {}
    start, best = 0, ""
    for end, character in enumerate(s):
        start = max(start, last.get(character, -1) + 1)
        last[character] = end
        if end + 1 - start > len(best):
            best = s[start : end + 1]
    return best


def _letters(rng: Generator, count: int) -> str:
    """Different letters."""
    return "".join(rng.permutation(list(LETTERS))[:count].tolist())


def _has_one_best(s: str) -> bool:
    length = len(longest_unique_substring(s))
    pieces = (s[i : i + length] for i in range(len(s) - length + 1))
    return len({piece for piece in pieces if len(set(piece)) == length}) == 1


def _from(rng: Generator, alphabet: str, count: int) -> str:
    """Characters by chance, with a single longest substring."""
    while True:
        s = "".join(rng.choice(list(alphabet), count).tolist())
        if _has_one_best(s):
            return s


def _word(rng: Generator, size: int) -> Arguments:
    return {"s": _from(rng, _letters(rng, 5), 3 * size)}


def _kept_after_repeat(rng: Generator, size: int) -> Arguments:
    """As "dvdf": what stands between the two equal characters belongs to the answer."""
    letters = _letters(rng, size + 4)
    repeat = int(rng.integers(2, size + 3))
    return {"s": letters[:repeat] + letters[0] + letters[repeat:]}


def _old_repeat(rng: Generator, size: int) -> Arguments:
    """As "abbcda": the last character was seen before the window began."""
    letters = _letters(rng, size + 3)
    return {"s": letters[:2] + letters[1:] + letters[0]}


def _best_at_the_end(rng: Generator, size: int) -> Arguments:
    letters = _letters(rng, size + 3)
    return {"s": letters[0] * size + letters}


def _empty(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"s": ""}


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"s": _letters(rng, 1)}


def _same(rng: Generator, size: int) -> Arguments:
    return {"s": _letters(rng, 1) * (size + 1)}


def _all_different(rng: Generator, size: int) -> Arguments:
    return {"s": _letters(rng, 3 * size)}


def _other_characters(rng: Generator, size: int) -> Arguments:
    return {"s": _from(rng, OTHERS, 4 * size)}


def _capitals(rng: Generator, size: int) -> Arguments:
    """A capital is another character than its small letter."""
    letters = _letters(rng, size + 1)
    return {"s": letters[0] + letters + letters.upper()}


def _in_turn(rng: Generator, size: int) -> Arguments:
    """Every window of one length is a longest one, and all of these differ."""
    letters = _letters(rng, int(rng.integers(2, 5)))
    return {"s": letters * (size + 1) + letters[0]}


def _two_of_a_length(rng: Generator, size: int) -> Arguments:
    """The second begins with the character that ended the first."""
    letters = _letters(rng, 2 * size + 3)
    half = size + 2
    return {"s": letters[:half] + letters[half - 1 :]}


def _long(rng: Generator, size: int) -> Arguments:
    """Windows of about a hundred characters."""
    alphabet = [chr(0x4E00 + i) for i in range(2000)]
    return {"s": "".join(rng.choice(alphabet, 2000 * size).tolist())}


HIDDEN = Hidden(
    Exercise(
        name="longest_unique_substring",
        summary="The longest substring in which no character occurs twice.",
        parameters=(Parameter("s", "a string, of any characters, perhaps empty"),),
        returns="the substring itself, a string; not its length",
        kind=Returns.PLAIN,
        conventions=(
            "A substring is consecutive.",
            "Of several that are equally long, the leftmost.",
            "Any character may occur; capitals and small letters differ, and a space counts.",
            "Of an empty string the answer is empty.",
            "One pass, O(n) time for n characters; n is up to 8,000.",
        ),
        example=(("longest_unique_substring('pwwkew')", "'wke'"),),
    ),
    longest_unique_substring,
    (
        Family(Category.BASIC, "a few letters", _word, 4),
        Family(Category.BASIC, "a repeat whose rest still counts, as in dvdf", _kept_after_repeat),
        Family(Category.BASIC, "a repeat from before the window, as in abba", _old_repeat),
        Family(Category.BASIC, "the longest at the end", _best_at_the_end),
        Family(Category.EDGE, "an empty string", _empty, 1),
        Family(Category.EDGE, "one character", _one, 1),
        Family(Category.EDGE, "the same character again and again", _same, 1),
        Family(Category.EDGE, "all characters differ", _all_different),
        Family(Category.EDGE, "capitals and small letters", _capitals),
        Family(Category.EDGE, "other characters than letters", _other_characters, 3),
        Family(Category.TIES, "the same letters in turn", _in_turn, 3),
        Family(Category.TIES, "two of one length", _two_of_a_length),
        Family(Category.LARGE, "thousands of characters", _long, 1),
    ),
)
