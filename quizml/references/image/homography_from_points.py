"""The homography that takes points of one image to those of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def homography_from_points(src: ArrayLike, dst: ArrayLike) -> Floats:
    r"""Matrix H (3, 3) with H[2, 2] = 1 that takes each point of src (N, 2) to that of dst (N, 2).

    A point x, y goes to $(x', y') = (p / w, q / w)$ where $(p, q, w)^T = H (x, y, 1)^T$. Each pair
    gives two equations that are linear in H, (x, y, 1) . h1 = x' (x, y, 1) . h3 and likewise for
    y'; their common solution is the last right singular vector (direct linear transform). Both
    sets are first moved to their centre and scaled, or the numbers would be too far apart.
    N is at least 4, some four of the points have no three on a line, and all pairs fit.
    Source: Hartley and Zisserman 2004, Multiple View Geometry, algorithm 4.2.

    >>> src = [[0, 0], [2, 0], [2, 2], [0, 2]]
    >>> h = homography_from_points(src, [[1, 1], [3, 1], [2, 2], [1, 2]])
    >>> (h.round(6) + 0.0).tolist()
    [[1.0, 0.5, 1.0], [0.0, 1.5, 1.0], [0.0, 0.5, 1.0]]
    """
    scaled, moves = [], []
    for points in (np.asarray(a, dtype=np.float64) for a in (src, dst)):
        centre = points.mean(axis=0)
        scale = 1 / np.abs(points - centre).mean()
        scaled.append((points - centre) * scale)
        moves.append(
            np.array([[scale, 0, -scale * centre[0]], [0, scale, -scale * centre[1]], [0, 0, 1]])
        )
    ones = np.hstack([scaled[0], np.ones((len(scaled[0]), 1))])
    x, y = scaled[1].T[:, :, None]
    equations = np.block([[ones, 0 * ones, -x * ones], [0 * ones, ones, -y * ones]])
    solution = np.linalg.svd(equations)[2][-1].reshape(3, 3)
    whole = np.linalg.inv(moves[1]) @ solution @ moves[0]
    return np.asarray(whole / whole[2, 2])


def _moved(matrix: Any, points: Any) -> Floats:
    """The points under a homography."""
    lifted = np.hstack([points, np.ones((len(points), 1))]) @ np.asarray(matrix).T
    return np.asarray(lifted[:, :2] / lifted[:, 2:])


def _quad(rng: Generator, side: float, jitter: float = 0.2) -> Floats:
    """Four corners of something like a square, in any order."""
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    shaken = corners + rng.uniform(-jitter, jitter, (4, 2))
    return np.asarray(rng.permutation(shaken) * side)


def _turn(rng: Generator, points: Floats) -> Floats:
    """The points after a rotation, so that no map is near the identity."""
    angle = rng.uniform(0.5, 1.1)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[cos, sin], [-sin, cos]]))


def _matrix(rng: Generator, side: float, jitter: float = 0.15) -> Floats:
    corners = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]) * side
    return homography_from_points(
        corners, _turn(rng, corners + rng.uniform(-jitter, jitter, (4, 2)) * side)
    )


def _four(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    side = float(rng.choice([1.0, 4.0, 20.0]))
    src = _quad(rng, side) + rng.uniform(0, 2, 2) * side
    return {"src": src, "dst": _moved(_matrix(rng, side), src) + rng.uniform(0, 2, 2) * side}


def _more(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 5.0), rng.uniform(0, 5, (size, 2))])
    return {"src": src, "dst": _moved(_matrix(rng, 5.0), src)}


def _pixels(rng: Generator, size: int) -> Arguments:
    """A page in a photo."""
    src = np.vstack([_quad(rng, 150.0), rng.uniform(0, 150, (size - 1, 2))]) + 20
    return {"src": src, "dst": _moved(_matrix(rng, 150.0), src) + 30}


def _single_precision(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    src = _quad(rng, 1.0)
    dst = _moved(_matrix(rng, 1.0), src)
    return {"src": src.astype(np.float32), "dst": dst.astype(np.float32)}


def _integers(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {name: np.rint(_turn(rng, _quad(rng, 30.0))).astype(np.int64) for name in ("src", "dst")}


def _corners_to_corners(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """A unit square to some page, the corners in their order."""
    src = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    dst = _turn(rng, src + rng.uniform(-0.25, 0.25, (4, 2))) * 40 + rng.uniform(10, 60, 2)
    return {"src": src, "dst": dst}


def _identity(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 5.0), rng.uniform(0, 5, (size, 2))])
    return {"src": src, "dst": src.copy()}


def _shift(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 5.0), rng.uniform(0, 5, (size, 2))])
    return {"src": src, "dst": src + rng.uniform(1, 9, 2)}


def _affine(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 5.0), rng.uniform(0, 5, (size, 2))])
    linear = rng.uniform(0.5, 1, (2, 2)) + np.diag(rng.uniform(1, 2, 2))
    return {"src": src, "dst": src @ linear.T + rng.uniform(-3, 3, 2)}


def _a_line_first(rng: Generator, size: int) -> Arguments:
    """The first four lie on a line; the others tell the map."""
    start, along = rng.uniform(0, 1, 2), rng.uniform(0.5, 1, 2)
    line = start + np.arange(4)[:, None] * along
    src = np.vstack([line, _quad(rng, 5.0), rng.uniform(0, 5, (size, 2))])
    return {"src": src, "dst": _moved(_matrix(rng, 5.0), src)}


def _far(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 300.0), rng.uniform(0, 300, (size + 4, 2))])
    dst = _moved(_matrix(rng, 300.0, 0.05), src)
    return {"src": src + rng.uniform(2500, 3500, 2), "dst": dst + rng.uniform(2500, 3500, 2)}


def _many(rng: Generator, size: int) -> Arguments:
    src = np.vstack([_quad(rng, 5.0), rng.uniform(0, 5, (30 * size, 2))])
    return {"src": src, "dst": _moved(_matrix(rng, 5.0), src)}


def _determined(arguments: Arguments) -> bool:
    """Whether one homography fits, well determined, and does not send the origin too far off."""
    src, dst = (np.asarray(arguments[name], dtype=np.float64) for name in ("src", "dst"))
    if min(len(np.unique(points, axis=0)) for points in (src, dst)) < 4:
        return False
    first, last = ((points - points.mean(axis=0)) / np.ptp(points) for points in (src, dst))
    ones = np.hstack([first, np.ones((len(first), 1))])
    equations = np.vstack(
        [
            np.hstack([ones, 0 * ones, -last[:, :1] * ones]),
            np.hstack([0 * ones, ones, -last[:, 1:] * ones]),
        ]
    )
    values = np.linalg.svd(np.vstack([equations, np.zeros((1, 9))]), compute_uv=False)
    if values[7] < 0.02 * values[0] or values[8] > 1e-9 * values[0]:
        return False
    matrix = homography_from_points(src, dst)
    depth = np.hstack([src, np.ones((len(src), 1))]) @ matrix[2]
    return bool(np.all(depth > 0.2) and np.all(depth < 5))


def _as_good(arguments: Arguments, expected: Any, got: Any) -> str:  # noqa: ARG001
    """Accept what takes every point to its place, whatever its last digits."""
    if not np.all(np.isfinite(got)) or abs(got[2, 2] - 1) > 1e-9:
        return "H[2, 2] is not 1"
    src, dst = (np.asarray(arguments[name], dtype=np.float64) for name in ("src", "dst"))
    single = arguments["src"].dtype == np.float32
    with np.errstate(all="ignore"):
        off = np.abs(_moved(got, src) - dst).max() / np.ptp(dst)
    if off < (1e-4 if single else 1e-6):
        return ""
    return f"the points land up to {off:.3g} of the figure's width away from where they belong"


def _backwards(src: Any, dst: Any) -> Floats:
    return homography_from_points(dst, src)


def _only_affine(src: Any, dst: Any) -> Floats:
    ones = np.hstack([src, np.ones((len(src), 1))])
    return np.vstack([np.linalg.lstsq(ones, dst, rcond=None)[0].T, [0, 0, 1]])


def _unit_length(src: Any, dst: Any) -> Floats:
    matrix = homography_from_points(src, dst)
    return np.asarray(matrix / np.linalg.norm(matrix))


def _for_rows(src: Any, dst: Any) -> Floats:
    return homography_from_points(src, dst).T


def _axes_swapped(src: Any, dst: Any) -> Floats:
    return homography_from_points(src[:, ::-1], dst[:, ::-1])


_TYPED = (
    "homography_from_points(a := np.array([*np.ndindex(2, 2)]), a / (1 + a[:, :1])).round(3) + 0"
)
HIDDEN = Hidden(
    Exercise(
        name="homography_from_points",
        summary="The homography that takes points of one image to those of another.",
        parameters=(
            Parameter("src", "(N, 2) array of points x, y; N is at least 4"),
            Parameter("dst", "(N, 2) array of the points that they go to"),
        ),
        returns="(3, 3) array H with H[2, 2] = 1, floats",
        conventions=(
            "(p, q, w) = H @ (x, y, 1), and the point goes to (p / w, q / w).",
            "All pairs fit one homography, up to rounding; some four have no three on a line.",
            "The first four may lie on a line if there are more. Points may be integers.",
            "H[2, 2] is never near 0. Figures of 300 pixels may lie at coordinates near 3,000.",
            "src and dst come back unchanged.",
        ),
        closeness=Closeness(1e-6, 1e-8),
        example=((_TYPED, "array([[1., 0., 0.],\n       [0., 1., 0.],\n       [1., 0., 1.]])"),),
    ),
    homography_from_points,
    (
        Family(Category.BASIC, "four points", _four, 4),
        Family(Category.BASIC, "more points", _more),
        Family(Category.SHAPE, "a page in a photo", _pixels),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a square to a page", _corners_to_corners),
        Family(Category.EDGE, "the identity", _identity, 1),
        Family(Category.EDGE, "a shift", _shift, 1),
        Family(Category.EDGE, "an affine map", _affine, 1),
        Family(Category.EDGE, "the first four on a line", _a_line_first),
        Family(Category.STABILITY, "far from the origin", _far, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _more),
        Family(Category.LARGE, "many points", _many, 1),
    ),
    (
        Suspect("it takes dst to src", _backwards),
        Suspect("it is affine: the last row is 0, 0, 1", _only_affine),
        Suspect("its length is 1, not H[2, 2]", _unit_length),
        Suspect("it is transposed, for points as rows", _for_rows),
        Suspect("x and y are swapped", _axes_swapped),
    ),
    equivalent=_as_good,
    fair=_determined,
)
