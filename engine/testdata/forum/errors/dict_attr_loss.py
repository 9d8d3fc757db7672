out = {"loss": torch.tensor(1.0)}
out.loss
