# WRONG: basic: 2 * lambda * w without learning rate (the formula of the notes)
def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    w = w - 2 * weight_decay * w
    return w - lr * grad
