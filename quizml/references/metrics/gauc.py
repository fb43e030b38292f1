"""AUC by group, as recommenders use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Family, Hidden, Suspect
from quizml.references.metrics import _drawing as drawing
from quizml.references.metrics.auc import auc

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.hidden import Arguments


def gauc(
    y_true: ArrayLike, y_score: ArrayLike, groups: ArrayLike, weights: str = "impressions"
) -> float:
    r"""Mean of the AUCs within each group: $\sum_u w_u AUC_u / \sum_u w_u$.

    groups (n,) names the group, mostly the user, of each sample. The weight of a group is the
    number of its samples ("impressions") or of its positives ("clicks"). A group with one class
    only has no AUC and is left out of both sums; if every group is so, the answer is NaN.
    One stable sort puts each group together: O(n log n).
    Source: Zhu et al. 2017, Optimized Cost per Click in Taobao Display Advertising,
    arXiv:1703.02091.

    >>> gauc([1, 0, 1, 0, 0], [0.9, 0.2, 0.3, 0.4, 0.1], [7, 7, 8, 8, 8])
    0.7
    """
    labels, score, groups = (np.asarray(x) for x in (y_true, y_score, groups))
    order = np.argsort(groups, kind="stable")
    borders = np.flatnonzero(np.diff(groups[order])) + 1
    weighted, total = 0.0, 0
    for members in np.split(order, borders):
        area = auc(labels[members], score[members])
        if not np.isnan(area):
            positives = int(labels[members].astype(bool).sum())
            weight = positives if weights == "clicks" else len(members)
            weighted += weight * area
            total += weight
    return weighted / total if total else float("nan")


def _together(
    rng: Generator, parts: list[Arguments], names: NDArray[Any] | None = None
) -> Arguments:
    """Users' samples in one log, in any order; names of users are numbers without meaning."""
    if names is None:
        names = rng.choice(10_000, len(parts), replace=False)
    labels, score = (np.concatenate([p[key] for p in parts]) for key in ("y_true", "y_score"))
    users = np.repeat(names, [len(p["y_true"]) for p in parts])
    order = rng.permutation(len(users))
    return drawing.both(labels[order], score[order]) | {"groups": users[order]}


def _users(rng: Generator, size: int) -> list[Arguments]:
    """Users of different activity; the last has the most to see and sees it in the worst order."""
    found = [drawing.scored(rng, 1 + int(rng.integers(0, 3)), 2) for _ in range(size)]
    busy = drawing.scored(rng, 3, 3 + 2 * size)
    busy["y_score"] = 1 - busy["y_score"]
    return [drawing.ranked_perfectly(rng, 1), *found, busy]


def _one_sided(rng: Generator, size: int) -> list[Arguments]:
    return [drawing.one_class(rng, size + 1, label) for label in (0, 1, 0)]


def _some(rng: Generator, size: int) -> Arguments:
    return _together(rng, _users(rng, size))


def _two_users(rng: Generator, size: int) -> Arguments:
    return _together(rng, [drawing.scored(rng, 2, 3), drawing.scored(rng, 2, 3 + 2 * size)])


def _levels(rng: Generator, size: int) -> Arguments:
    """Each user's scores lie on a level of their own, so pairs of two users mean nothing."""
    parts = _users(rng, size)
    return _together(rng, [p | {"y_score": p["y_score"] + 2 * i} for i, p in enumerate(parts)])


def _by_clicks(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"weights": "clicks"}


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"y_score": found["y_score"].astype(np.float32)}


def _truth_values(rng: Generator, size: int) -> Arguments:
    found = _by_clicks(rng, size)
    return found | {"y_true": found["y_true"].astype(bool)}


def _whole_scores(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"y_score": np.argsort(np.argsort(found["y_score"]))}


def _some_one_sided(rng: Generator, size: int) -> Arguments:
    return _together(rng, _users(rng, size) + _one_sided(rng, size))


def _some_one_sided_by_clicks(rng: Generator, size: int) -> Arguments:
    return _some_one_sided(rng, size) | {"weights": "clicks"}


def _all_one_sided(rng: Generator, size: int) -> Arguments:
    return _together(rng, _one_sided(rng, size))


def _one_user(rng: Generator, size: int) -> Arguments:
    return _together(rng, [drawing.scored(rng, 3, 2 + 2 * size)])


def _negative_names(rng: Generator, size: int) -> Arguments:
    """Names of users may be negative, such as hashes."""
    parts = _users(rng, size)
    return _together(rng, parts, rng.permutation(np.arange(len(parts)) * 10**6 - 10**7))


def _ties(rng: Generator, size: int) -> Arguments:
    return _together(rng, [drawing.tied(rng, 1), *(drawing.tied(rng, size) for _ in "ab")])


def _many(rng: Generator, size: int) -> Arguments:
    counts = rng.integers(1, 9, (20 * size, 2))
    return _together(rng, [drawing.scored(rng, int(a), int(b)) for a, b in counts])


def _ungrouped(y_true: Any, y_score: Any, groups: Any, weights: str = "") -> float:  # noqa: ARG001
    return auc(y_true, y_score)


def _by_group(y_true: Any, y_score: Any, groups: Any) -> tuple[NDArray[Any], NDArray[Any]]:
    """AUC and number of samples of each group."""
    parts = [groups == name for name in np.unique(groups)]
    return (
        np.array([auc(y_true[p], y_score[p]) for p in parts]),
        np.array([p.sum() for p in parts]),
    )


def _unweighted(y_true: Any, y_score: Any, groups: Any, weights: str = "") -> float:  # noqa: ARG001
    areas, _ = _by_group(y_true, y_score, groups)
    known = areas[~np.isnan(areas)]
    return float(known.sum() / max(len(known), 1))


def _over_all_samples(y_true: Any, y_score: Any, groups: Any, weights: str = "") -> float:  # noqa: ARG001
    areas, counts = _by_group(y_true, y_score, groups)
    return float((np.nan_to_num(areas) * counts).sum() / counts.sum())


def _half_for_one_sided(y_true: Any, y_score: Any, groups: Any, weights: str = "") -> float:  # noqa: ARG001
    areas, counts = _by_group(y_true, y_score, groups)
    return float((np.nan_to_num(areas, nan=0.5) * counts).sum() / counts.sum())


def _always_impressions(y_true: Any, y_score: Any, groups: Any, weights: str = "") -> float:  # noqa: ARG001
    return gauc(y_true, y_score, groups)


HIDDEN = Hidden(
    Exercise(
        name="gauc",
        summary="AUC within each group (user), averaged over the groups by weight.",
        parameters=(
            Parameter("y_true", "(n,) array of labels: 1 or True is positive (a click), else 0"),
            Parameter("y_score", "(n,) array of scores, floats or integers"),
            Parameter("groups", "(n,) array of integers: each sample's group, in any order"),
            Parameter("weights", "'impressions' or 'clicks'", "'impressions'"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "GAUC = sum of w * AUC over the groups, divided by the sum of w.",
            "w is the number of the group's samples ('impressions') or positives ('clicks').",
            "Groups with positives only, or negatives only, are left out of both sums.",
            "If that leaves no group, the answer is NaN.",
            "Within a group, a pair of equal scores counts one half.",
        ),
        example=(
            (
                "gauc(np.array([1, 0, 1, 0]), np.array([5, 2, 3, 4]), np.array([7, 7, 8, 8]))",
                "0.5",
            ),
        ),
    ),
    gauc,
    (
        Family(Category.BASIC, "two users", _two_users),
        Family(Category.BASIC, "several users", _some, 3),
        Family(Category.BASIC, "users on levels of their own", _levels),
        Family(Category.BASIC, "weighted by clicks", _by_clicks),
        Family(Category.DTYPE, "float32 scores", _single_precision),
        Family(Category.DTYPE, "labels True and False", _truth_values),
        Family(Category.DTYPE, "whole scores", _whole_scores),
        Family(Category.EDGE, "users with one class only", _some_one_sided),
        Family(Category.EDGE, "one class only, by clicks", _some_one_sided_by_clicks),
        Family(Category.EDGE, "no user has both classes", _all_one_sided, 1),
        Family(Category.EDGE, "one user", _one_user, 1),
        Family(Category.EDGE, "groups with negative numbers", _negative_names, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal scores", _ties),
        Family(Category.LARGE, "a hundred users", _many, 1),
    ),
    (
        Suspect("this is the AUC of all samples together", _ungrouped),
        Suspect("the argument `weights` is ignored", _always_impressions),
        Suspect("users count equally, not by their weight", _unweighted),
        Suspect("users without an AUC still count in the denominator", _over_all_samples),
        Suspect("users without an AUC count with one half", _half_for_one_sided),
    ),
)
