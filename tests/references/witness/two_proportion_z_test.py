"""SciPy: the chi-squared test of the 2 x 2 table is this test squared.

The p-values once more as tails of scipy.stats.norm.
"""

import numpy as np
from scipy.stats import chi2_contingency, norm


def witness(x1, n1, x2, n2):
    counts = np.stack([np.asarray(each, dtype=np.float64) for each in (x1, n1, x2, n2)])
    z, p = np.zeros(counts.shape[1:]), np.ones(counts.shape[1:])
    for place in np.ndindex(z.shape):
        a, n, b, m = counts[(slice(None), *place)]
        if 0 < a + b < n + m:
            table = [[a, n - a], [b, m - b]]
            found = chi2_contingency(table, correction=False)
            z[place] = np.sqrt(found.statistic) * np.sign(a * m - b * n)
            p[place] = found.pvalue
    return z, p


def agrees(answer, **counts):
    """Tiny p-values, too: by ratio, as their difference is below any tolerance."""
    p = witness(**counts)[1]
    np.testing.assert_allclose(answer[1], 2 * norm.sf(np.abs(answer[0])), rtol=1e-10)
    np.testing.assert_allclose(np.log(answer[1]), np.log(p), rtol=1e-6, atol=1e-9)
