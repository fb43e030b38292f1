"""The blend sample by sample, and lambda found again from the labels; a batch worked by hand."""

import numpy as np


class Fixed:
    """Stands for a generator whose draws are known."""

    def beta(self, a, b):
        assert a == b
        return 0.75

    def permutation(self, count):
        return np.roll(np.arange(count), 1)


GOLDEN = [
    (
        {"x": np.array([[0.0], [4.0], [8.0]]), "y": np.eye(3), "alpha": 1.0, "rng": Fixed()},
        (
            [[2.0], [3.0], [7.0]],
            [[0.75, 0.0, 0.25], [0.25, 0.75, 0.0], [0.0, 0.25, 0.75]],
        ),
    ),
]


def witness(x, y, alpha, rng):
    share = rng.beta(alpha, alpha) if alpha else 1.0
    partners = rng.permutation(len(x)).tolist()
    mixed = []
    for values in (np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)):
        pairs = zip(values, values[partners], strict=True)
        mixed.append(np.array([theirs + share * (mine - theirs) for mine, theirs in pairs]))
    return tuple(mixed)


def agrees(answer, x, y, alpha, rng):
    """Labels keep their sum, and no sample leaves the range of the batch."""
    mixed_x, mixed_y = answer
    np.testing.assert_allclose(mixed_y.sum(axis=1), np.ones(len(y)), rtol=1e-6)
    assert mixed_x.min() >= x.min() - 1e-9
    assert mixed_x.max() <= x.max() + 1e-9
