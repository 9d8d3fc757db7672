import torch


class L2(torch.autograd.Function):
    def forward(self, input, target):
        self.save_for_backward(input, target)
        return ((input - target) ** 2).mean()

    def backward(self, grad_output):
        input, target = self.saved_tensors
        return grad_output * 2 * (input - target) / input.numel(), None


def forward(predictions, targets):
    return L2()(predictions, targets)
