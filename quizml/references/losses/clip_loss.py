"""The contrastive loss of CLIP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def clip_loss(
    image_features: ArrayLike, text_features: ArrayLike, temperature: float = 0.07
) -> float:
    r"""The mean of two cross-entropies: images choose among the texts, texts among the images.

    Both features are (N, D); row n of the images belongs to row n of the texts. Their cosine
    similarities over the temperature are an (N, N) table S of logits, with the matching pairs on
    the diagonal: the loss is the mean over the rows of -log softmax(S)_nn along the rows, plus
    the same along the columns, halved.
    Source: Radford et al. 2021, arXiv:2103.00020, figure 3.

    >>> round(clip_loss([[1.0, 0.0], [0.0, 2.0]], [[3.0, 0.0], [0.0, 1.0]], temperature=1.0), 4)
    0.3133
    """
    images, texts = (np.asarray(x, dtype=np.float64) for x in (image_features, text_features))
    images = images / np.linalg.norm(images, axis=1, keepdims=True)
    texts = texts / np.linalg.norm(texts, axis=1, keepdims=True)
    logits = images @ texts.T / temperature
    of_images = -np.diagonal(log_softmax(logits)).mean()
    of_texts = -np.diagonal(log_softmax(logits.T)).mean()
    return float((of_images + of_texts) / 2)


def _pairs(rng: Generator, count: int, width: int) -> Arguments:
    """Texts half like their images, of any length: the task is neither solved nor hopeless."""
    images = rng.normal(0, 1, (count, width))
    texts = 0.6 * images + rng.normal(0, 1, (count, width))
    lengths = rng.uniform(0.3, 3, (2, count, 1))
    return {"image_features": lengths[0] * images, "text_features": lengths[1] * texts}


def _two_pairs(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, 2, size + 2)


def _small(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 2, 4)


def _other_temperature(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"temperature": float(rng.choice([0.01, 0.2, 0.5, 1.0]))}


def _square(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 2, size + 2)


def _narrow(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, 2 * size + 2, 2)


def _wide(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, size + 1, 8 * size)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = {name: value.astype(np.float32) for name, value in _small(rng, size).items()}
    return drawn | {"temperature": 0.2}


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: x + (x >= 0) for name, x in _integer_pairs(rng, size + 2).items()}


def _integer_pairs(rng: Generator, count: int) -> Arguments:
    return {name: rng.integers(-3, 3, (count, 4)) for name in ("image_features", "text_features")}


def _shuffled(rng: Generator, size: int) -> Arguments:
    """No text stands beside its image."""
    drawn = _small(rng, size)
    return drawn | {"text_features": np.roll(drawn["text_features"], 1, axis=0)}


def _same_text(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"text_features": np.tile(drawn["text_features"][:1], (size + 2, 1))}


def _opposite(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"text_features": -2 * drawn["image_features"]}


def _cold(rng: Generator, size: int) -> Arguments:
    return _shuffled(rng, size) | {"temperature": float(rng.choice([1e-3, 5e-4]))}


def _short(rng: Generator, size: int) -> Arguments:
    return {name: x * 1e-6 for name, x in _small(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    return _pairs(rng, 50 * size, 16)


def _not_solved(arguments: Arguments) -> bool:
    """A loss near 0 is the difference of numbers that are not: last digits would decide."""
    lengths = [np.linalg.norm(arguments[n], axis=1) for n in ("image_features", "text_features")]
    return all(np.all(each > 0) for each in lengths) and clip_loss(**arguments) > 0.05


def _cosines(images: Any, texts: Any) -> Floats:
    images, texts = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (images, texts))
    return np.asarray(images @ texts.T)


def _of_images(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    logits = _cosines(image_features, text_features) / temperature
    return float(-np.diagonal(log_softmax(logits)).mean())


def _of_texts(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    return _of_images(text_features, image_features, temperature)


def _not_halved(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    return 2 * clip_loss(image_features, text_features, temperature)


def _summed(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    return len(image_features) * clip_loss(image_features, text_features, temperature)


def _not_normalised(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    logits = image_features @ text_features.T / temperature
    both = np.diagonal(log_softmax(logits)) + np.diagonal(log_softmax(logits.T))
    return float(-both.mean() / 2)


def _multiplied(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    return clip_loss(image_features, text_features, 1 / temperature)


def _default_temperature(image_features: Any, text_features: Any, **_: float) -> float:
    return clip_loss(image_features, text_features)


def _whole_table(image_features: Any, text_features: Any, temperature: float = 0.07) -> float:
    logits = _cosines(image_features, text_features) / temperature
    logs = log_softmax(logits.ravel()).reshape(logits.shape)
    return float(-np.diagonal(logs).mean())


HIDDEN = Hidden(
    Exercise(
        name="clip_loss",
        summary="CLIP's symmetric contrastive loss of matching images and texts.",
        parameters=(
            Parameter("image_features", "(N, D) array, an image a row"),
            Parameter("text_features", "(N, D) array: row n is the text of image n"),
            Parameter("temperature", "similarities are divided by it; above 0", "0.07"),
        ),
        returns="one float, the loss: the mean of the images' and the texts' cross-entropy",
        conventions=(
            "Similarity is the cosine; the features come unnormalised, none is zero; N >= 2.",
            "An image chooses among the N texts, a text among the N images; both are means over N.",
            "Lengths may be 1e-7, the temperature 0.0005; features may be floats or integers.",
            "The inputs come back unchanged.",
        ),
        closeness=Closeness(rtol=1e-6),
        example=(
            (
                "round(clip_loss(np.eye(2), np.array([[1.0, 0.0], [1.0, 1.0]])), 4)",
                "0.1771",
            ),
        ),
    ),
    clip_loss,
    (
        Family(Category.BASIC, "two pairs", _two_pairs, 3),
        Family(Category.BASIC, "a few pairs", _small, 3),
        Family(Category.BASIC, "another temperature", _other_temperature, 3),
        Family(Category.SHAPE, "as many pairs as features", _square),
        Family(Category.SHAPE, "more pairs than features", _narrow),
        Family(Category.SHAPE, "fewer pairs than features", _wide, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no text beside its image", _shuffled),
        Family(Category.EDGE, "one text for all images", _same_text, 1),
        Family(Category.EDGE, "texts opposite to their images", _opposite, 1),
        Family(Category.STABILITY, "a very low temperature", _cold),
        Family(Category.STABILITY, "very short features", _short, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of pairs", _many, 1),
    ),
    (
        Suspect("only the images choose; the texts' cross-entropy is missing", _of_images),
        Suspect("only the texts choose; the images' cross-entropy is missing", _of_texts),
        Suspect("the two cross-entropies are added; their mean is asked", _not_halved),
        Suspect("the losses of the pairs are added; their mean is asked", _summed),
        Suspect("the features are not normalised; similarity is the cosine", _not_normalised),
        Suspect("similarities are multiplied by the temperature", _multiplied),
        Suspect("the argument `temperature` is ignored", _default_temperature),
        Suspect("softmax runs over the whole table, not along rows and columns", _whole_table),
    ),
    fair=_not_solved,
)
