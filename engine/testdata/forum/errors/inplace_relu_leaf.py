x = torch.ones(2, requires_grad=True)
torch.relu_(x)
