print(nn.Dropout().p, nn.Dropout(0.0).p, nn.Dropout(1.0).p, nn.Dropout(0).p)
class D(nn.Dropout):
    pass
d = D(1.0); print(d.p, d(torch.ones(3))); d.eval(); print(d(torch.ones(3)))
print(nn.Dropout(1.0)(torch.ones(3)), nn.Dropout(0.0)(torch.ones(3)))
