import math


def norm(values):
    top = max(values)
    return top + math.log(sum(math.exp(v - top) for v in values))


def kl(t, s):
    a, b = norm(t), norm(s)
    return sum(math.exp(p - a) * ((p - a) - (q - b)) for p, q in zip(t, s))


def dkd_loss(student_logits, teacher_logits, labels, alpha=1.0, beta=8.0, temperature=4.0):
    total = 0.0
    for s, t, y in zip(student_logits.tolist(), teacher_logits.tolist(), labels.tolist()):
        s, t = [v / temperature for v in s], [v / temperature for v in t]
        own_s, own_t = s.pop(y), t.pop(y)
        total += alpha * kl([own_t, norm(t)], [own_s, norm(s)]) + beta * kl(t, s)
    return total / len(labels) * temperature ** 2
