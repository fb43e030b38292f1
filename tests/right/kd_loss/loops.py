import math


def logs(row, temperature):
    row = [value / temperature for value in row]
    top = max(row)
    norm = top + math.log(sum(math.exp(value - top) for value in row))
    return [value - norm for value in row]


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    total = 0.0
    for s, t, y in zip(student_logits.tolist(), teacher_logits.tolist(), labels.tolist()):
        soft = sum(math.exp(p) * (p - q) for p, q in zip(logs(t, temperature), logs(s, temperature)))
        total += (1 - alpha) * -logs(s, 1)[y] + alpha * temperature ** 2 * soft
    return total / len(labels)
