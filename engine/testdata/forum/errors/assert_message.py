p = torch.ones(2)
assert p.shape == (3,), f"bad shape {p.shape}"
