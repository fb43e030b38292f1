import math


def softmax_cross_entropy(logits, labels):
    n, total, grad = len(labels), 0.0, []
    for row, label in zip(logits.tolist(), labels.tolist()):
        top = max(row)
        powers = [math.exp(value - top) for value in row]
        norm = math.fsum(powers)
        total += top + math.log(norm) - row[label]
        grad.append([(power / norm - (k == label)) / n for k, power in enumerate(powers)])
    return total / n, grad
