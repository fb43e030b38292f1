import math


def cross_entropy(y_true, y_pred, eps=1e-12):
    total = 0.0
    for target, prediction in zip(y_true, y_pred):
        for y, p in zip(target, prediction):
            if y > 0:
                total -= float(y) * math.log(max(float(p), eps))
    return total / len(y_true)
