# WRONG: basic: the notes' RF = (RF - 1)*s + k, run from the input on
def receptive_field(layers):
    size, jump, start = 1, 1, 0.0
    for k, s, p, d in layers:
        span = d * (k - 1) + 1
        size = (size - 1) * s + span
        start = start + ((span - 1) / 2 - p) * jump
        jump = jump * s
    return size, jump, start
