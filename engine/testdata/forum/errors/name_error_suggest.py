predictions = torch.ones(2)
print(prediction)
