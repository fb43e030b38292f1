def center_loss(features, labels, centers, alpha=0.5):
    x, c = features.tolist(), centers.tolist()
    sums = [[0.0] * len(row) for row in c]
    counts = [0] * len(c)
    loss = 0.0
    for row, y in zip(x, labels.tolist()):
        counts[y] += 1
        for d, value in enumerate(row):
            loss += 0.5 * (value - c[y][d]) ** 2
            sums[y][d] += c[y][d] - value
    new = [[v - alpha * s / (1 + n) for v, s in zip(row, total)]
           for row, total, n in zip(c, sums, counts)]
    return loss, new
