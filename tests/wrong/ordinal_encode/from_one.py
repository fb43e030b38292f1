# WRONG: basic: codes from 1 upwards (the notes' example)
def ordinal_encode(values, categories=None):
    order = sorted(set(values)) if categories is None else categories
    return [order.index(v) + 1 if v in order else -1 for v in values]
