import math


def triplet_loss(anchor, positive, negative, margin=1.0, squared=False):
    total = 0.0
    for a, p, n in zip(anchor.tolist(), positive.tolist(), negative.tolist()):
        near = sum((x - y) ** 2 for x, y in zip(a, p))
        far = sum((x - y) ** 2 for x, y in zip(a, n))
        if not squared:
            near, far = math.sqrt(near), math.sqrt(far)
        total += max(0.0, near - far + margin)
    return total / len(anchor)
