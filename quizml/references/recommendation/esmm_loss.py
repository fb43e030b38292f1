"""Loss of the entire-space multi-task model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def esmm_loss(
    ctr_logits: ArrayLike, cvr_logits: ArrayLike, clicks: ArrayLike, conversions: ArrayLike
) -> float:
    r"""Mean over all impressions of two cross-entropies: of the click, and of click and conversion.

    All four are (N,). With a and b the scores, pCTR = sigmoid(a), pCVR = sigmoid(b) and pCTCVR =
    pCTR pCVR. The conversion rate has no loss of its own: it learns as a factor of the product,
    over every impression. With s(z) = log sigmoid(z) = -log(1 + e^-z), log pCTCVR = s(a) + s(b);
    1 - pCTCVR = (1 - pCTR) + pCTR (1 - pCVR), whose log is logaddexp(s(-a), s(a) + s(-b)): no
    difference of near numbers. Source: Ma et al. 2018, arXiv:1804.07931, section 2.3.

    >>> round(esmm_loss([0.0], [0.0], [1], [0]), 6)  # -log(1/2) - log(3/4)
    0.980829
    """
    a, b = np.asarray(ctr_logits, np.float64), np.asarray(cvr_logits, np.float64)
    click = np.asarray(clicks).astype(bool)
    both = click & np.asarray(conversions).astype(bool)
    log_ctr, log_no_ctr = -np.logaddexp(0, -a), -np.logaddexp(0, a)
    log_cvr, log_no_cvr = -np.logaddexp(0, -b), -np.logaddexp(0, b)
    log_ctcvr = log_ctr + log_cvr
    log_no_ctcvr = np.logaddexp(log_no_ctr, log_ctr + log_no_cvr)
    ctr_losses = -np.where(click, log_ctr, log_no_ctr)
    ctcvr_losses = -np.where(both, log_ctcvr, log_no_ctcvr)
    return float((ctr_losses + ctcvr_losses).mean())


def _drawn(rng: Generator, count: int) -> Arguments:
    """Shown only, clicked, converted: at least one impression of each."""
    stage = rng.permutation(np.append([0, 1, 2], rng.integers(0, 3, count - 3)))
    return {
        "ctr_logits": rng.normal(0, 2, count),
        "cvr_logits": rng.normal(0, 2, count),
        "clicks": (stage > 0).astype(np.int64),
        "conversions": (stage > 1).astype(np.int64),
    }


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size + 2)


def _rare(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"ctr_logits": drawn["ctr_logits"] - 4, "cvr_logits": drawn["cvr_logits"] - 3}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: array.astype(np.float32) for name, array in _some(rng, size).items()}


def _whole_logits(rng: Generator, size: int) -> Arguments:
    count = 2 * size + 2
    whole = {name: rng.integers(-4, 5, count) for name in ("ctr_logits", "cvr_logits")}
    return _drawn(rng, count) | whole


def _booleans(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {name: drawn[name].astype(bool) for name in ("clicks", "conversions")}


def _one_impression(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {name: array[:1] for name, array in _drawn(rng, 3).items()}


def _no_clicks(rng: Generator, size: int) -> Arguments:
    nothing = np.zeros(2 * size + 2, dtype=np.int64)
    return _some(rng, size) | {"clicks": nothing, "conversions": nothing.copy()}


def _without_click(rng: Generator, size: int) -> Arguments:
    """Orders that came another way: they count as no conversion of the click."""
    drawn = _some(rng, size)
    return drawn | {"conversions": np.ones_like(drawn["clicks"])}


def _sure(rng: Generator, size: int) -> Arguments:
    """Both scores far out: the first impression is clicked though that was ruled out."""
    drawn = _some(rng, size)
    for name in ("ctr_logits", "cvr_logits"):
        drawn[name] = rng.choice([-1.0, 1.0], 2 * size + 2) * rng.uniform(300, 800, 2 * size + 2)
    drawn["ctr_logits"][0] = -rng.uniform(750, 800)
    drawn["clicks"][0] = 1
    return drawn


def _both_certain(rng: Generator, size: int) -> Arguments:
    """Both rates are all but 1 and nothing was bought: 1 - pCTCVR rounds to 0."""
    drawn = _some(rng, size)
    drawn["ctr_logits"] = rng.uniform(40, 80, 2 * size + 2)
    drawn["cvr_logits"] = rng.uniform(40, 80, 2 * size + 2)
    return drawn | {"conversions": np.zeros_like(drawn["clicks"])}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1000 * size)


def _cross_entropy(logits: Floats, label: Any) -> Floats:
    return np.logaddexp(0, np.where(label, -logits, logits))


def _only_clicked(ctr_logits: Any, cvr_logits: Any, clicks: Any, conversions: Any) -> float:
    clicked = np.asarray(clicks).astype(bool)
    cvr = _cross_entropy(cvr_logits[clicked], conversions[clicked])
    return float(_cross_entropy(ctr_logits, clicks).mean() + cvr.sum() / max(len(cvr), 1))


def _everywhere(ctr_logits: Any, cvr_logits: Any, clicks: Any, conversions: Any) -> float:
    losses = _cross_entropy(ctr_logits, clicks) + _cross_entropy(cvr_logits, conversions)
    return float(losses.mean())


def _summed(**given: Any) -> float:
    return esmm_loss(**given) * len(given["clicks"])


def _clicks_not_asked(ctr_logits: Any, cvr_logits: Any, clicks: Any, conversions: Any) -> float:
    own = _cross_entropy(ctr_logits, clicks).mean() - _cross_entropy(ctr_logits, conversions).mean()
    return float(own + esmm_loss(ctr_logits, cvr_logits, conversions, conversions))


HIDDEN = Hidden(
    Exercise(
        name="esmm_loss",
        summary="The loss of ESMM: click, and click with conversion, over all impressions.",
        parameters=(
            Parameter("ctr_logits", "array (N,): scores of the click tower, before sigmoid"),
            Parameter("cvr_logits", "array (N,): scores of the conversion tower, before sigmoid"),
            Parameter("clicks", "array (N,) of 0 and 1 or booleans: was it clicked?"),
            Parameter("conversions", "array (N,) of 0 and 1 or booleans: did it convert?"),
        ),
        returns="one float: the mean over the N impressions of the sum of both cross-entropies",
        conventions=(
            "pCTR and pCVR are the sigmoids of the scores; pCTCVR = pCTR * pCVR.",
            "The first cross-entropy is of pCTR with the label click.",
            "The second is of pCTCVR with the label click and conversion, over all impressions.",
            "A conversion without a click counts as label 0 of the second.",
            "Logarithms are natural; both terms have weight 1.",
            "Scores may be as large as 800 or as small as -800; nothing is clipped.",
            "N is at least 1. The inputs come back unchanged.",
        ),
        example=(
            (
                "round(esmm_loss(np.zeros(2), np.zeros(2), np.array([1, 0]), np.zeros(2)), 6)",
                "0.980829",
            ),
        ),
    ),
    esmm_loss,
    (
        Family(Category.BASIC, "a few impressions", _some, 5),
        Family(Category.BASIC, "rare clicks and conversions", _rare, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer scores", _whole_logits),
        Family(Category.DTYPE, "boolean labels", _booleans),
        Family(Category.EDGE, "one impression", _one_impression),
        Family(Category.EDGE, "no clicks", _no_clicks),
        Family(Category.EDGE, "conversions without a click", _without_click),
        Family(Category.STABILITY, "towers that are sure", _sure, 3),
        Family(Category.STABILITY, "both rates all but 1", _both_certain),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "thousands of impressions", _many, 1),
    ),
    (
        Suspect("the conversion is learned on clicked impressions only", _only_clicked),
        Suspect("pCVR has a loss of its own instead of the product pCTR * pCVR", _everywhere),
        Suspect("the sum over the impressions instead of the mean", _summed),
        Suspect("a conversion without a click counts as one", _clicks_not_asked),
    ),
)
