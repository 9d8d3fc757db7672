F.cosine_embedding_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(3))
