reduction = 'mean
print(reduction)
