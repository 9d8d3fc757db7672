loss = F.cross_entropy(
    torch.randn(2, 3),
    torch.tensor([0,
                  5]),
)
