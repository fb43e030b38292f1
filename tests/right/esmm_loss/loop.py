import math


def softplus(z):
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def esmm_loss(ctr_logits, cvr_logits, clicks, conversions):
    total = 0.0
    for a, b, y, z in zip(ctr_logits.tolist(), cvr_logits.tolist(), clicks, conversions):
        total += softplus(-a) if y else softplus(a)
        if y and z:
            total += softplus(-a) + softplus(-b)
        else:
            left, right = -softplus(a), -softplus(-a) - softplus(b)
            top = max(left, right)
            total -= top + math.log(math.exp(left - top) + math.exp(right - top))
    return total / len(clicks)
