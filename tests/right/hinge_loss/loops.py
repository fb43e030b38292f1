def hinge_loss(scores, labels):
    n, total, slopes = len(labels), 0.0, []
    for f, y in zip(scores.tolist(), labels.tolist()):
        if y * f < 1:
            total += 1 - y * f
            slopes.append(-y / n)
        else:
            slopes.append(0.0)
    return total / n, slopes
