"""SciPy: the quantiles of scipy.stats.gumbel_r at the same draws, and scipy.special.softmax.

Besides, by counting: over many draws the hard sample comes as often as softmax says.
"""

import numpy as np
from scipy.special import softmax
from scipy.stats import chisquare, gumbel_r


def witness(logits, rng, tau=1.0, hard=False):
    noise = gumbel_r.ppf(rng.random(logits.shape))
    perturbed = np.asarray(logits, dtype=np.float64) + noise
    if not hard:
        return softmax(perturbed / tau, axis=-1) if logits.size else perturbed
    best = perturbed.max(axis=-1, keepdims=True)
    return (perturbed == best).astype(np.float64)


def counted():
    from quizml.references.activations.gumbel_softmax import gumbel_softmax

    logits = np.array([0.0, 1.0, -1.0, 0.5])
    rows = np.tile(logits, (20000, 1))
    counts = gumbel_softmax(rows, np.random.default_rng(5), hard=True).sum(axis=0)
    return chisquare(counts, softmax(logits) * len(rows)).pvalue


assert counted() > 1e-3
