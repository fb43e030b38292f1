# WRONG: basic: classical momentum
def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = momentum * velocity + grad
    return w - lr * velocity, velocity
