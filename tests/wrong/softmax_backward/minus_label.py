# WRONG: basic: p - y belongs to softmax together with cross-entropy
def softmax_backward(dout, p, axis=-1):
    return p - dout
