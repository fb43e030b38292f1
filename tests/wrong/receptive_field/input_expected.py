# WRONG: edge: reads the first layer before it asks whether there is one
def receptive_field(layers):
    k, s, p, d = layers[0]
    size, jump, start = d * (k - 1) + 1, s, d * (k - 1) / 2 - p
    for k, s, p, d in layers[1:]:
        span = d * (k - 1) + 1
        size = size + (span - 1) * jump
        start = start + ((span - 1) / 2 - p) * jump
        jump = jump * s
    return size, jump, start
