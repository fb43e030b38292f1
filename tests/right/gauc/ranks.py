import numpy as np


def gauc(y_true, y_score, groups, weights="impressions"):
    y = y_true.astype(float)
    _, user = np.unique(groups, return_inverse=True)
    k = user.max() + 1
    # mean rank within the user: how many of the same user score less, plus half the equals
    same = user[:, None] == user[None, :]
    s = y_score.astype(float)
    rank = (same & (s[None, :] < s[:, None])).sum(1) + ((same & (s[None, :] == s[:, None])).sum(1) + 1) / 2
    m = np.bincount(user, weights=y, minlength=k)
    n = np.bincount(user, minlength=k) - m
    u = np.bincount(user, weights=rank * y, minlength=k) - m * (m + 1) / 2
    ok = (m > 0) & (n > 0)
    if not ok.any():
        return np.nan
    area = u[ok] / (m * n)[ok]
    w = (m + n if weights == "impressions" else m)[ok]
    return (area * w).sum() / w.sum()
