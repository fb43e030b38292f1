def dice_loss(probs, targets, smooth=1.0):
    total, count = 0.0, 0
    for image, truth in zip(probs, targets):
        for p, g in zip(image, truth):
            inter = weight = 0.0
            for a, b in zip(p.ravel().tolist(), g.ravel().tolist()):
                inter += a * b
                weight += a + b
            total += 1 - (2 * inter + smooth) / (weight + smooth)
            count += 1
    return total / count
