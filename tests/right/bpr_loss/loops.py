import math


def bpr_loss(pos_scores, neg_scores):
    total, count = 0.0, 0
    for positive, negatives in zip(pos_scores.tolist(), neg_scores.tolist()):
        for negative in negatives:
            x = positive - negative
            total += math.log1p(math.exp(-x)) if x > 0 else math.log1p(math.exp(x)) - x
            count += 1
    return total / count
