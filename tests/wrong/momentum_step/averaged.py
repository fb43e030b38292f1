# WRONG: basic: the averaged form, whose velocity has a factor 1 - momentum
def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return w - lr * velocity, velocity
