# WRONG: basic: takes the padding off the size
def receptive_field(layers):
    size, jump, start = 1, 1, 0.0
    for k, s, p, d in layers:
        span = d * (k - 1) + 1
        size = size + (span - 1 - 2 * p) * jump
        start = start + ((span - 1) / 2 - p) * jump
        jump = jump * s
    return size, jump, start
