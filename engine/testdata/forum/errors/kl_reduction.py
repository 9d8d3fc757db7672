F.kl_div(torch.zeros(2), torch.ones(2), reduction="batch_mean")
