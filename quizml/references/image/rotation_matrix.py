"""Rotation about a point of the plane, as a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def rotation_matrix(theta: ArrayLike, center: ArrayLike = (0.0, 0.0)) -> Floats:
    r"""Matrices (..., 3, 3) that turn points (x, y, 1), as columns, by the angles theta (...).

    Angles are radians, from x towards y: counter-clockwise with y pointing up, clockwise in an
    image. $R = \begin{pmatrix} \cos & -\sin & c_x - c_x \cos + c_y \sin \\ \sin & \cos &
    c_y - c_x \sin - c_y \cos \\ 0 & 0 & 1 \end{pmatrix}$: the centre (2,) is moved to the origin,
    the plane turned, the centre moved back, so that it stays where it was.
    Source: Hartley and Zisserman 2004, Multiple View Geometry, section 2.4.1.

    >>> (rotation_matrix(np.pi / 2, (1.0, 0.0)) @ [3.0, 0.0, 1.0]).round(6).tolist()
    [1.0, 2.0, 1.0]
    """
    theta = np.asarray(theta, dtype=np.float64)
    x, y = np.asarray(center, dtype=np.float64)
    cos, sin = np.cos(theta), np.sin(theta)
    matrix = np.zeros((*theta.shape, 3, 3))
    matrix[..., 0, 0], matrix[..., 0, 1], matrix[..., 0, 2] = cos, -sin, x - x * cos + y * sin
    matrix[..., 1, 0], matrix[..., 1, 1], matrix[..., 1, 2] = sin, cos, y - x * sin - y * cos
    matrix[..., 2, 2] = 1.0
    return matrix


def _angle(rng: Generator, *shape: int) -> Any:
    """Away from the quarter turns, where cosine and sine might be mistaken."""
    angles = rng.integers(-2, 2, shape) * np.pi / 2 + rng.uniform(0.2, 0.7, shape)
    return angles if shape else float(angles)


def _center(rng: Generator) -> Floats:
    return np.asarray(rng.uniform(2, 9, 2) * rng.choice([-1.0, 1.0], 2))


def _one_angle(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": _angle(rng)}


def _about_a_point(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": _angle(rng), "center": _center(rng)}


def _several(rng: Generator, size: int) -> Arguments:
    return {"theta": _angle(rng, size + 1), "center": _center(rng)}


def _table(rng: Generator, size: int) -> Arguments:
    return {"theta": _angle(rng, size, 3)}


def _pair(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    x, y = _center(rng).tolist()
    return {"theta": _angle(rng), "center": (x, y)}


def _integer(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": int(rng.integers(1, 7)), "center": rng.integers(1, 9, 2)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"theta": rng.integers(-6, 7, size + 1), "center": _center(rng)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"theta": _angle(rng, size + 1).astype(np.float32), "center": _center(rng)}


def _no_turn(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": 0.0, "center": _center(rng)}


def _quarter_turns(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": np.arange(-4, 5) * np.pi / 2, "center": _center(rng)}


def _more_than_a_turn(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": float(rng.uniform(50, 100)), "center": _center(rng)}


def _no_angles(rng: Generator, size: int) -> Arguments:
    return {"theta": np.zeros((0, size)), "center": _center(rng)}


def _on_an_axis(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"theta": _angle(rng), "center": _center(rng) * rng.permutation([0.0, 1.0])}


def _far_center(rng: Generator, size: int) -> Arguments:
    return {"theta": _angle(rng, size), "center": _center(rng) * 1000}


def _many(rng: Generator, size: int) -> Arguments:
    return {"theta": _angle(rng, 500 * size), "center": _center(rng)}


def _clockwise(theta: Any, center: Any = (0.0, 0.0)) -> Floats:
    return rotation_matrix(np.negative(theta), center)


def _for_rows(theta: Any, center: Any = (0.0, 0.0)) -> Floats:
    return rotation_matrix(theta, center).swapaxes(-1, -2)


def _degrees(theta: Any, center: Any = (0.0, 0.0)) -> Floats:
    return rotation_matrix(np.radians(theta), center)


def _center_ignored(theta: Any, **_: Any) -> Floats:
    return rotation_matrix(theta)


def _moved_the_wrong_way(theta: Any, center: Any = (0.0, 0.0)) -> Floats:
    return rotation_matrix(theta, np.negative(center))


def _not_moved_back(theta: Any, center: Any = (0.0, 0.0)) -> Floats:
    matrix = rotation_matrix(theta, center)
    matrix[..., :2, 2] -= np.asarray(center)
    return matrix


HIDDEN = Hidden(
    Exercise(
        name="rotation_matrix",
        summary="The 3 x 3 matrix of a rotation about a point of the plane.",
        parameters=(
            Parameter("theta", "an angle in radians, or an array (...) of angles"),
            Parameter("center", "x and y of the point that stays where it is", "(0.0, 0.0)"),
        ),
        returns="(3, 3) array, or (..., 3, 3), one matrix for each angle; floats",
        conventions=(
            "The matrix stands on the left: R @ (x, y, 1) is the point after the rotation.",
            "Positive angles turn the x axis towards the y axis (counter-clockwise if y is up).",
            "The last row is 0, 0, 1. Angles may be integers, negative, or of several turns.",
            "theta and center come back unchanged.",
        ),
        example=(
            (
                "rotation_matrix(np.pi / 2, (1.0, 0.0)).round(6) + 0.0",
                "array([[ 0., -1.,  1.],\n       [ 1.,  0., -1.],\n       [ 0.,  0.,  1.]])",
            ),
        ),
    ),
    rotation_matrix,
    (
        Family(Category.BASIC, "about the origin", _one_angle, 3),
        Family(Category.BASIC, "about a point", _about_a_point, 3),
        Family(Category.SHAPE, "several angles", _several),
        Family(Category.SHAPE, "a table of angles", _table),
        Family(Category.SHAPE, "the centre as a pair", _pair, 1),
        Family(Category.DTYPE, "integer angle and centre", _integer, 1),
        Family(Category.DTYPE, "several integer angles", _integers, 1),
        Family(Category.DTYPE, "float32 angles", _single_precision, 1),
        Family(Category.EDGE, "no rotation", _no_turn, 1),
        Family(Category.EDGE, "quarter turns", _quarter_turns, 1),
        Family(Category.EDGE, "more than a turn", _more_than_a_turn, 1),
        Family(Category.EDGE, "no angles", _no_angles, 1),
        Family(Category.EDGE, "a centre on an axis", _on_an_axis, 1),
        Family(Category.EDGE, "a centre far away", _far_center, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _several),
        Family(Category.LARGE, "many angles", _many, 1),
    ),
    (
        Suspect("it turns the other way round", _clockwise),
        Suspect("the matrix is for row vectors: transposed", _for_rows),
        Suspect("the angles are taken as degrees", _degrees),
        Suspect("the centre is ignored", _center_ignored),
        Suspect("moved by +center first, then by -center", _moved_the_wrong_way),
        Suspect("the centre is not moved back after the rotation", _not_moved_back),
    ),
)
