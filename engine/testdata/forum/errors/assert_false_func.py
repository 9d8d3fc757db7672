def check(p):
    assert p.dim() == 2, "expected 2-D, got %d-D" % p.dim()
check(torch.ones(3))
