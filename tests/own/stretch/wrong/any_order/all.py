# WRONG: basic: repeated values stay
def any_order(x):
    return sorted(x)
