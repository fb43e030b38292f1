# WRONG: basic: the averaged form of the velocity
def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = momentum * velocity + (1 - momentum) * grad
    return w - lr * (grad + momentum * velocity), velocity
