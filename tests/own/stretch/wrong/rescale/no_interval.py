# WRONG: basic: the interval is ignored
def rescale(x, low=0.0, high=1.0):
    span = x.max() - x.min()
    return (x - x.min()) / span if span else 0 * x
