def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    step = (1 + momentum) * grad + momentum**2 * velocity
    return w - lr * step, momentum * velocity + grad
