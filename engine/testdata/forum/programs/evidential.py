import torch
import numpy as np

def NIG_NLL(y, gamma, v, alpha, beta):
    twoBlambda = 2*beta*(1+v)
    nll = 0.5*torch.log(np.pi/v) \
        - alpha*torch.log(twoBlambda) \
        + (alpha+0.5) * torch.log(v*(y-gamma)**2 + twoBlambda) \
        + torch.lgamma(alpha) \
        - torch.lgamma(alpha+0.5)
    return nll

def NIG_Reg(y, gamma, v, alpha, beta):
    error = torch.abs(y-gamma)
    evi = 2*v+(alpha)
    return error*evi

def EvidentialRegression(y_true, evidential_output, coeff=1.0):
    gamma, v, alpha, beta = evidential_output
    loss_nll = NIG_NLL(y_true, gamma, v, alpha, beta)
    loss_reg = NIG_Reg(y_true, gamma, v, alpha, beta)
    return loss_nll.mean() + coeff * loss_reg.mean()

torch.manual_seed(57)
raw = torch.randn(4, 6, requires_grad=True)
sp = torch.nn.Softplus()
out = raw[0], sp(raw[1]) , sp(raw[2]) + 1, sp(raw[3])
l = EvidentialRegression(torch.randn(6), out, coeff=1e-2)
l.backward()
print(l, raw.grad.norm())
