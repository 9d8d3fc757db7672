/** @file Parts of train.py that are the same in every one that has them. */

export const several = `if WORLD > 1:
    dist.init_process_group("gloo")


class Whole(torch.autograd.Function):
    """
    The predictions of the whole batch from every process's share, so that the loss sees what it
    would see in one process, whatever it does with a batch. Every process then computes the same
    loss and the same gradient of it. It sends back its own share's part of that, times WORLD:
    DistributedDataParallel averages over processes, and the average of those is the sum of the
    parts, however unequal the shares.
    """

    @staticmethod
    def forward(ctx, share, count):
        whole = share.new_zeros(count, *share.shape[1:])
        whole[RANK::WORLD] = share
        dist.all_reduce(whole)
        return whole

    @staticmethod
    def backward(ctx, grad):
        return grad[RANK::WORLD] * WORLD, None

`;

export const predictions = `def predict(inputs):
    if WORLD == 1:
        return model(inputs)
    return Whole.apply(shared(inputs[RANK::WORLD]), len(inputs))

`;

export const wholePredictions = `def predict(inputs):
    return model(inputs)  # the loss differentiates through it: every process sees the whole batch

`;

export const components = `def components(result):
    """A tuple, list or dict of tensors counts as one vector."""
    if torch.is_tensor(result):
        return result
    parts = list(result.values()) if isinstance(result, dict) else result
    return torch.cat([part.reshape(-1) for part in parts])


`;

export const matching = `        if step == 0:  # gradients are scaled so that the first one is 1 long
            squares = sum(float((p.grad.double() ** 2).sum()) for p in model.parameters() if p.grad is not None)
            factor = squares**-0.5 if 0 < squares < float("inf") else 1.0
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter.grad *= factor
`;
