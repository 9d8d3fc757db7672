torch.tensor([]).argmax()
