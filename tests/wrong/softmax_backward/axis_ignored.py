# WRONG: shape: always along the last axis
def softmax_backward(dout, p, axis=-1):
    return p * (dout - (dout * p).sum(axis=-1, keepdims=True))
