"""The definition with Python's own numbers, arm by arm; a table worked by hand."""

import math

import numpy as np

GOLDEN = [
    ({"rewards": np.array([0.0, 0.0]), "plays": np.array([0, 0])}, (0, [math.inf, math.inf])),
    (
        {"rewards": np.array([1.0, 0.0]), "plays": np.array([2, 0])},
        (1, [0.5 + math.log(2) ** 0.5, math.inf]),
    ),
    ({"rewards": np.array([8.0]), "plays": np.array([8])}, (0, [1 + (math.log(8) / 4) ** 0.5])),
]


def bound(reward, own, everything):
    return reward / own + math.sqrt(2 * math.log(everything) / own) if own else math.inf


def witness(rewards, plays):
    everything = sum(plays.tolist())
    counted = zip(rewards.tolist(), plays.tolist(), strict=True)
    bounds = [bound(reward, own, everything) for reward, own in counted]
    return bounds.index(max(bounds)), np.array(bounds)
