# WRONG: aliasing: divides the logits of the caller by T
import numpy as np


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    hard = -log_softmax(student_logits)[np.arange(len(labels)), labels].mean()
    if student_logits.dtype.kind != "f":
        student_logits = student_logits.astype(float)
        teacher_logits = teacher_logits.astype(float)
    student_logits /= temperature
    teacher_logits /= temperature
    s, t = log_softmax(student_logits), log_softmax(teacher_logits)
    soft = (np.exp(t) * (t - s)).sum(axis=1).mean()
    return (1 - alpha) * hard + alpha * temperature ** 2 * soft
