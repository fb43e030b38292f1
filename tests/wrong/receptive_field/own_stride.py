# WRONG: basic: multiplies the jump before it is used
def receptive_field(layers):
    size, jump, start = 1, 1, 0.0
    for k, s, p, d in layers:
        jump = jump * s
        span = d * (k - 1) + 1
        size = size + (span - 1) * jump
        start = start + ((span - 1) / 2 - p) * jump
    return size, jump, start
