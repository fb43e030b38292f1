import numpy as np


def mlp_backward(x, y, w1, b1, w2, b2):
    n = len(x)
    loss = 0.0
    dw1, db1, dw2, db2 = (np.zeros(np.shape(p)) for p in (w1, b1, w2, b2))
    for row, label in zip(x, y):
        z = row @ w1 + b1
        h = np.where(z > 0, z, 0.0)
        s = h @ w2 + b2
        top = s.max()
        total = sum(np.exp(v - top) for v in s)
        loss += np.log(total) + top - s[label]
        delta = np.exp(s - top) / total
        delta[label] -= 1.0
        dw2 += np.outer(h, delta)
        db2 += delta
        back = (w2 @ delta) * (z > 0)
        dw1 += np.outer(row, back)
        db1 += back
    return loss / n, dw1 / n, db1 / n, dw2 / n, db2 / n
