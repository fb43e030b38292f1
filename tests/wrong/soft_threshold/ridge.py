# WRONG: basic: the answer for the L2 penalty
def soft_threshold(x, threshold):
    return x / (1 + threshold)
