import math


def label_smoothing_ce(logits, labels, smoothing=0.1):
    total = 0.0
    for row, label in zip(logits.tolist(), labels.tolist()):
        top = max(row)
        norm = top + math.log(sum(math.exp(value - top) for value in row))
        for k, value in enumerate(row):
            target = smoothing / len(row)
            if k == label:
                target += 1 - smoothing
            total += target * (norm - value)
    return total / len(labels)
