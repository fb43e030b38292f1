"""The definition in decimal arithmetic, with digits enough that nothing rounds to 0 or 1."""

from decimal import Context, Decimal, localcontext

import numpy as np

SHORT = Context(prec=40)
GOLDEN = [
    (
        {
            "ctr_logits": np.log(np.array([1 / 4, 1 / 4])),  # pCTR 1/5
            "cvr_logits": np.array([0.0, 0.0]),
            "clicks": np.array([1, 0]),
            "conversions": np.array([1, 0]),
        },
        -(np.log(1 / 5) + np.log(1 / 10) + np.log(4 / 5) + np.log(9 / 10)) / 2,
    )
]


def sigmoid(z):
    return 1 / (1 + (-z).exp())


def witness(ctr_logits, cvr_logits, clicks, conversions):
    scores = np.abs(np.concatenate([ctr_logits, cvr_logits])).max()
    total = Decimal(0)
    with localcontext() as context:
        context.prec = 30 + int(scores)  # e^-800 has 348 zeros after its point
        for a, b, click, bought in zip(ctr_logits, cvr_logits, clicks, conversions, strict=True):
            ctr, cvr = sigmoid(Decimal(float(a))), sigmoid(Decimal(float(b)))
            both = ctr * cvr
            total -= (ctr if click else 1 - ctr).ln(SHORT) + (
                both if click and bought else 1 - both
            ).ln(SHORT)
        return float(total / len(clicks))
