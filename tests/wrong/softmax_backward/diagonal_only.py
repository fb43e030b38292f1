# WRONG: basic: the derivative of a sigmoid: each score moves the other shares, too
def softmax_backward(dout, p, axis=-1):
    return dout * p * (1 - p)
