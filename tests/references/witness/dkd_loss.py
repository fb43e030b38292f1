"""SciPy: the label's share as a sigmoid (log_expit), the others by softmax of what is left."""

import numpy as np
from scipy.special import log_expit, log_softmax, logsumexp, rel_entr

P, Q = np.array([0.6, 0.3, 0.1]), np.array([0.2, 0.3, 0.5])
TCKD = rel_entr([0.6, 0.4], [0.2, 0.8]).sum()
NCKD = rel_entr([0.75, 0.25], [0.375, 0.625]).sum()
assert np.isclose(rel_entr(P, Q).sum(), TCKD + (1 - 0.6) * NCKD)  # the paper's decomposition
GOLDEN = [
    (
        {
            "student_logits": 2 * np.log(Q)[None] + 7,
            "teacher_logits": 2 * np.log(P)[None] - 3,
            "labels": np.array([0]),
            "alpha": 3.0,
            "beta": 5.0,
            "temperature": 2.0,
        },
        4 * (3 * TCKD + 5 * NCKD),
    ),
]


def witness(student_logits, teacher_logits, labels, alpha=1.0, beta=8.0, temperature=4.0):
    total = 0.0
    students, teachers = (
        np.divide(z, temperature, dtype=np.float64) for z in (student_logits, teacher_logits)
    )
    for s, t, y in zip(students, teachers, labels, strict=True):
        rest_s, rest_t = np.delete(s, y), np.delete(t, y)
        odds_s, odds_t = s[y] - logsumexp(rest_s), t[y] - logsumexp(rest_t)
        tckd = sum(
            np.exp(log_expit(side * odds_t)) * (log_expit(side * odds_t) - log_expit(side * odds_s))
            for side in (1, -1)
        )
        gaps = log_softmax(rest_t) - log_softmax(rest_s)
        total += alpha * tckd + beta * np.exp(log_softmax(rest_t)) @ gaps
    return temperature**2 * total / len(labels)
