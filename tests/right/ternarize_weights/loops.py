import numpy as np


def ternarize_weights(w, factor=0.7):
    values = w.ravel().tolist()
    if not values:
        return np.zeros(w.shape, dtype=int), 0.0
    delta = factor * sum(abs(v) for v in values) / len(values)
    codes, total, count = [], 0.0, 0
    for v in values:
        if abs(v) > delta:
            codes.append(1 if v > 0 else -1)
            total += abs(v)
            count += 1
        else:
            codes.append(0)
    return np.array(codes).reshape(w.shape), total / count if count else 0.0
