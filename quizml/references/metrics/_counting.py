"""Counts of hits and false alarms as the threshold falls; both curves are made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def counts_by_threshold(y_true: ArrayLike, y_score: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """TP and FP at every threshold, and the thresholds: inf, then each different score, falling.

    At a threshold all samples that score at least that much are accepted, so samples of one
    score come in together: of each run of equal scores the last count stands.
    """
    score = np.asarray(y_score, dtype=np.float64)
    order = np.argsort(-score, kind="stable")
    score, positive = score[order], np.asarray(y_true).astype(bool)[order]
    last = np.flatnonzero(np.append(score[1:] != score[:-1], True))
    tp = np.append(0.0, np.cumsum(positive)[last])
    fp = np.append(0.0, np.cumsum(~positive)[last])
    return tp, fp, np.append(np.inf, score[last])
