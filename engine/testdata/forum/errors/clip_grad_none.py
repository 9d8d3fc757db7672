nn.utils.clip_grad_norm_(torch.ones(2, requires_grad=True))
