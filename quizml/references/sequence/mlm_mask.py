"""How BERT hides tokens for masked language modelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.int64]
    Answer = tuple[Integers, Integers]


def mlm_mask(
    tokens: ArrayLike,
    mask_id: int,
    vocab_size: int,
    rng: Generator,
    special_ids: Sequence[int] = (),
    probability: float = 0.15,
) -> Answer:
    """The tokens that the model sees, and the labels that it has to predict, of tokens' shape.

    A token that is not special is chosen with the probability. Of the chosen, 80 in 100 become
    mask_id, 10 a random token, 10 stay. The label is the old token where one was chosen, those
    that stay included, and -100 (no loss) elsewhere. Three draws, each for all tokens: `rng.random`
    to choose (below the probability), `rng.random` for the kind (below 0.8 mask, below 0.9 random)
    and `rng.integers(0, vocab_size)` for the random tokens.
    Source: Devlin et al. 2019, arXiv:1810.04805, section 3.1 and appendix A.1.

    >>> inputs, labels = mlm_mask([7, 8, 9, 1], 3, 20, np.random.default_rng(2), (1,), 1.0)
    >>> inputs.tolist(), labels.tolist()
    ([3, 3, 3, 1], [7, 8, 9, -100])
    """
    tokens = np.asarray(tokens, dtype=np.int64)
    chosen = rng.random(tokens.shape) < probability
    kind = rng.random(tokens.shape)
    words = rng.integers(0, vocab_size, tokens.shape)
    chosen &= ~np.isin(tokens, np.array(special_ids, dtype=np.int64))
    shown = np.where(kind < 0.8, mask_id, np.where(kind < 0.9, words, tokens))
    return np.where(chosen, shown, tokens), np.where(chosen, tokens, -100)


def _draw(rng: Generator, *shape: int) -> Arguments:
    """Ids from 0 to 4 are special, 4 is the mask."""
    vocabulary = int(rng.integers(50, 30_000))
    return {
        "tokens": rng.integers(5, vocabulary, shape),
        "mask_id": 4,
        "vocab_size": vocabulary,
        "rng": np.random.default_rng(int(rng.integers(2**32))),
    }


def _batch(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 4 * size, 20)


def _often(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2 * size, 20) | {"probability": float(rng.choice([0.3, 0.4, 0.5]))}


def _vector(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 30 * size)


def _block(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, size + 1, 12)


def _int32(rng: Generator, size: int) -> Arguments:
    drawn = _batch(rng, size)
    return drawn | {"tokens": drawn["tokens"].astype(np.int32)}


def _uint16(rng: Generator, size: int) -> Arguments:
    drawn = _batch(rng, size)
    return drawn | {"tokens": drawn["tokens"].astype(np.uint16)}


def _special(rng: Generator, size: int) -> Arguments:
    """[CLS] first, [SEP] after the text, then padding."""
    drawn = _draw(rng, 3 * size, 16)
    tokens = drawn["tokens"]
    for row, end in zip(tokens, rng.integers(4, 15, len(tokens)), strict=True):
        row[0], row[end], row[end + 1 :] = 1, 2, 0
    return drawn | {"special_ids": (0, 1, 2), "probability": 0.5}


def _all_special(rng: Generator, size: int) -> Arguments:
    drawn = _draw(rng, size, 6)
    tokens = rng.integers(0, 3, (size, 6))
    return drawn | {"tokens": tokens, "special_ids": (0, 1, 2), "probability": 0.9}


def _never(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, 8) | {"probability": 0.0}


def _always(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size, 12) | {"probability": 1.0}


def _nothing(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 0, size + 2)


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 40 * size, 128)


def _labels_of_changed(tokens: Any, *rest: Any, **named: Any) -> Answer:
    inputs, labels = mlm_mask(tokens, *rest, **named)
    return inputs, np.where(inputs == tokens, -100, labels)


def _labels_everywhere(tokens: Any, *rest: Any, **named: Any) -> Answer:
    return mlm_mask(tokens, *rest, **named)[0], np.array(tokens, dtype=np.int64)


def _special_too(tokens: Any, *rest: Any, **named: Any) -> Answer:
    return mlm_mask(tokens, *rest, **(named | {"special_ids": ()}))


def _everything_chosen(tokens: Any, *rest: Any, **named: Any) -> Answer:
    return mlm_mask(tokens, *rest, **(named | {"probability": 1.0}))


def _default_probability(tokens: Any, *rest: Any, **named: Any) -> Answer:
    return mlm_mask(tokens, *rest, **(named | {"probability": 0.15}))


def _only_masks(tokens: Any, mask_id: int, *rest: Any, **named: Any) -> Answer:
    labels = mlm_mask(tokens, mask_id, *rest, **named)[1]
    return np.where(labels == -100, tokens, mask_id), labels


HIDDEN = Hidden(
    Exercise(
        name="mlm_mask",
        summary="Hide tokens as BERT does for masked language modelling: 15 %, of these 80/10/10.",
        parameters=(
            Parameter("tokens", "array of any shape: token ids, integers from 0 to vocab_size - 1"),
            Parameter("mask_id", "the id of [MASK]"),
            Parameter("vocab_size", "how many token ids there are"),
            Parameter("rng", "a numpy.random.Generator; the only source of chance"),
            Parameter("special_ids", "ids that are never chosen, such as [CLS] and padding", "()"),
            Parameter("probability", "the probability of a token to be chosen", "0.15"),
        ),
        returns="two arrays of tokens' shape, integers: inputs and labels",
        parts=(Part("inputs", Returns.INTEGER), Part("labels", Returns.INTEGER)),
        conventions=(
            "Three draws are made in this order, each for all tokens, special ones included.",
            "u = rng.random(tokens.shape): a token is chosen where u < probability.",
            "v = rng.random(tokens.shape): v < 0.8 mask, 0.8 <= v < 0.9 random, else kept.",
            "w = rng.integers(0, vocab_size, tokens.shape): the random tokens (any id may come).",
            "Labels: the old token wherever one was chosen, kept ones too; -100 elsewhere.",
            "Special tokens are never chosen. There may be no tokens; they stay as they were.",
        ),
        example=(
            (
                "mlm_mask(np.array([7, 8, 1]), 3, 20, np.random.default_rng(2), (1,), 1.0)",
                "(array([3, 3, 1]), array([   7,    8, -100]))",
            ),
        ),
    ),
    mlm_mask,
    (
        Family(Category.BASIC, "a batch of sequences", _batch, 4),
        Family(Category.BASIC, "more tokens chosen", _often, 4),
        Family(Category.SHAPE, "one sequence", _vector),
        Family(Category.SHAPE, "three dimensions", _block),
        Family(Category.DTYPE, "int32", _int32),
        Family(Category.DTYPE, "uint16", _uint16),
        Family(Category.EDGE, "special tokens", _special, 4),
        Family(Category.EDGE, "only special tokens", _all_special, 1),
        Family(Category.EDGE, "probability 0", _never, 1),
        Family(Category.EDGE, "probability 1", _always, 1),
        Family(Category.EDGE, "no tokens", _nothing, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "thousands of tokens", _many, 1),
    ),
    (
        Suspect(
            "chosen tokens that stay have no label; they are predicted too", _labels_of_changed
        ),
        Suspect("labels hold all tokens; -100 belongs where none was chosen", _labels_everywhere),
        Suspect("special tokens are chosen as well", _special_too),
        Suspect("80/10/10 is applied to all tokens, not to the 15 % chosen", _everything_chosen),
        Suspect("every chosen token becomes [MASK]", _only_masks),
        Suspect("the argument `probability` is ignored", _default_probability),
    ),
)
