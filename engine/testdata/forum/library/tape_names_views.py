import torch
x=torch.randn(2,6,requires_grad=True)
y=x*1
for f in [lambda: x.reshape(3,4), lambda: y.reshape(3,4), lambda: y.flatten(), lambda: x.flatten(), lambda: y.reshape(-1), lambda: y.t().reshape(-1), lambda:y.t().flatten(), lambda: y.view(-1), lambda: y.view(3,4).flatten(1), lambda: torch.outer(x[0],x[1]), lambda: torch.einsum('ij,kj->ik',x,x), lambda: torch.einsum('i,j->ij',x[0],x[0]), lambda: y.reshape(2,6), lambda: y.ravel(), lambda: torch.inner(x[0],x[1]), lambda: torch.inner(x,x), lambda: torch.tensordot(x,x,dims=([1],[1])), lambda: y.unflatten(1,(2,3)), lambda: y.squeeze(0), lambda: torch.kron(x,x), lambda: torch.einsum('bi,bi->b',x,x), lambda: torch.einsum('nc,ck->nk',x,x.t()), lambda: torch.matmul(x.view(1,2,6), x.t()), lambda: torch.matmul(x, x[0])]:
    print(f().grad_fn.name())
