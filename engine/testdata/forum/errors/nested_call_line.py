def inner(a):
    return a @ torch.ones(3)

def outer(a):
    b = a + 1
    return inner(b)

outer(torch.ones(2, 2))
