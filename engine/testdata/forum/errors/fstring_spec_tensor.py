x = torch.ones(3)
print(f"{x:.4f}")
