import math
try:
    print('torch.tensor([-0.,-0.]).sum()', repr(torch.tensor([-0.,-0.]).sum()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,-0.]).sum()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([[-0.,-0.]]*20).sum(1)', repr(torch.tensor([[-0.,-0.]]*20).sum(1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([[-0.,-0.]]*20).sum(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([[-0.,-0.]]).mean(1)', repr(torch.tensor([[-0.,-0.]]).mean(1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([[-0.,-0.]]).mean(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([[-0.]]).sum(1)', repr(torch.tensor([[-0.]]).sum(1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([[-0.]]).sum(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,-0.]).cumsum(0)', repr(torch.tensor([-0.,-0.]).cumsum(0)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,-0.]).cumsum(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,-0.]).prod()', repr(torch.tensor([-0.,-0.]).prod()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,-0.]).prod()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,-0.])+0', repr(torch.tensor([-0.,-0.])+0).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,-0.])+0', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,0.]).abs()', repr(torch.tensor([-0.,0.]).abs()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,0.]).abs()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).sqrt()', repr(torch.tensor([-0.]).sqrt()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).sqrt()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).relu()', repr(torch.tensor([-0.]).relu()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).relu()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).clamp(min=0)', repr(torch.tensor([-0.]).clamp(min=0)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).clamp(min=0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,0.]).max()', repr(torch.tensor([-0.,0.]).max()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,0.]).max()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).round()', repr(torch.tensor([-0.]).round()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).round()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.3]).round()', repr(torch.tensor([-0.3]).round()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.3]).round()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.3]).ceil()', repr(torch.tensor([-0.3]).ceil()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.3]).ceil()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.3]).trunc()', repr(torch.tensor([-0.3]).trunc()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.3]).trunc()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).sign()', repr(torch.tensor([-0.]).sign()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).sign()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])*torch.tensor([1.])', repr(torch.tensor([-0.])*torch.tensor([1.])).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])*torch.tensor([1.])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).neg()', repr(torch.tensor([-0.]).neg()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).neg()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([0.]).neg()', repr(torch.tensor([0.]).neg()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([0.]).neg()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])-0', repr(torch.tensor([-0.])-0).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])-0', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([0.])-torch.tensor([0.])', repr(torch.tensor([0.])-torch.tensor([0.])).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([0.])-torch.tensor([0.])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).matmul(torch.tensor([1.]))', repr(torch.tensor([-0.]).matmul(torch.tensor([1.]))).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).matmul(torch.tensor([1.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([[-0.]])@torch.tensor([[1.]])', repr(torch.tensor([[-0.]])@torch.tensor([[1.]])).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([[-0.]])@torch.tensor([[1.]])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([0.])*-1', repr(torch.tensor([0.])*-1).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([0.])*-1', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).tanh()', repr(torch.tensor([-0.]).tanh()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).tanh()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).sin()', repr(torch.tensor([-0.]).sin()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).sin()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).norm()', repr(torch.tensor([-0.]).norm()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).norm()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).expm1()', repr(torch.tensor([-0.]).expm1()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).expm1()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).log1p()', repr(torch.tensor([-0.]).log1p()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).log1p()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])**2', repr(torch.tensor([-0.])**2).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])**2', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])**3', repr(torch.tensor([-0.])**3).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])**3', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])**1', repr(torch.tensor([-0.])**1).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])**1', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).pow(0.5)', repr(torch.tensor([-0.]).pow(0.5)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).pow(0.5)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.])%3', repr(torch.tensor([-0.])%3).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.])%3', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([3.])%-3', repr(torch.tensor([3.])%-3).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([3.])%-3', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.fmod(torch.tensor([-3.]),3)', repr(torch.fmod(torch.tensor([-3.]),3)).split(chr(10))[0])
except Exception as e:
    print('torch.fmod(torch.tensor([-3.]),3)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).lerp(torch.tensor([0.]),.5)', repr(torch.tensor([-0.]).lerp(torch.tensor([0.]),.5)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).lerp(torch.tensor([0.]),.5)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.maximum(torch.tensor([0.]),torch.tensor([-0.]))', repr(torch.maximum(torch.tensor([0.]),torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('torch.maximum(torch.tensor([0.]),torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.minimum(torch.tensor([-0.]),torch.tensor([0.]))', repr(torch.minimum(torch.tensor([-0.]),torch.tensor([0.]))).split(chr(10))[0])
except Exception as e:
    print('torch.minimum(torch.tensor([-0.]),torch.tensor([0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.relu6(torch.tensor([-0.]))', repr(F.relu6(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.relu6(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.leaky_relu(torch.tensor([-0.]))', repr(F.leaky_relu(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.leaky_relu(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.elu(torch.tensor([-0.]))', repr(F.elu(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.elu(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.gelu(torch.tensor([-0.]))', repr(F.gelu(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.gelu(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.silu(torch.tensor([-0.]))', repr(F.silu(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.silu(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.hardtanh(torch.tensor([-0.]))', repr(F.hardtanh(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.hardtanh(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.softshrink(torch.tensor([-0.,-.2,.2]))', repr(F.softshrink(torch.tensor([-0.,-.2,.2]))).split(chr(10))[0])
except Exception as e:
    print('F.softshrink(torch.tensor([-0.,-.2,.2]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.hardshrink(torch.tensor([-0.,-.2,.2]))', repr(F.hardshrink(torch.tensor([-0.,-.2,.2]))).split(chr(10))[0])
except Exception as e:
    print('F.hardshrink(torch.tensor([-0.,-.2,.2]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.softsign(torch.tensor([-0.]))', repr(F.softsign(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.softsign(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.tanhshrink(torch.tensor([-0.]))', repr(F.tanhshrink(torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('F.tanhshrink(torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.threshold(torch.tensor([-0.]),0,0)', repr(F.threshold(torch.tensor([-0.]),0,0)).split(chr(10))[0])
except Exception as e:
    print('F.threshold(torch.tensor([-0.]),0,0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.floor_divide(torch.tensor([-0.]),2)', repr(torch.floor_divide(torch.tensor([-0.]),2)).split(chr(10))[0])
except Exception as e:
    print('torch.floor_divide(torch.tensor([-0.]),2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.div(torch.tensor([-1.]),2,rounding_mode="trunc")', repr(torch.div(torch.tensor([-1.]),2,rounding_mode="trunc")).split(chr(10))[0])
except Exception as e:
    print('torch.div(torch.tensor([-1.]),2,rounding_mode="trunc")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).std(unbiased=False)', repr(torch.tensor([-0.]).std(unbiased=False)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).std(unbiased=False)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-1.,1.]).frac()', repr(torch.tensor([-1.,1.]).frac()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-1.,1.]).frac()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).square()', repr(torch.tensor([-0.]).square()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).square()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).reciprocal()', repr(torch.tensor([-0.]).reciprocal()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).reciprocal()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).exp()', repr(torch.tensor([-0.]).exp()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).exp()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.atan2(torch.tensor([-0.]),torch.tensor([-0.]))', repr(torch.atan2(torch.tensor([-0.]),torch.tensor([-0.]))).split(chr(10))[0])
except Exception as e:
    print('torch.atan2(torch.tensor([-0.]),torch.tensor([-0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).erf()', repr(torch.tensor([-0.]).erf()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).erf()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).nan_to_num()', repr(torch.tensor([-0.]).nan_to_num()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).nan_to_num()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.where(torch.tensor([True]),torch.tensor([-0.]),0)', repr(torch.where(torch.tensor([True]),torch.tensor([-0.]),0)).split(chr(10))[0])
except Exception as e:
    print('torch.where(torch.tensor([True]),torch.tensor([-0.]),0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).dot(torch.tensor([1.]))', repr(torch.tensor([-0.]).dot(torch.tensor([1.]))).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).dot(torch.tensor([1.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.mse_loss(torch.tensor([-0.]),torch.tensor([0.]))', repr(F.mse_loss(torch.tensor([-0.]),torch.tensor([0.]))).split(chr(10))[0])
except Exception as e:
    print('F.mse_loss(torch.tensor([-0.]),torch.tensor([0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).cosh()', repr(torch.tensor([-0.]).cosh()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).cosh()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.normalize(torch.tensor([-0.,1.]),dim=0)', repr(F.normalize(torch.tensor([-0.,1.]),dim=0)).split(chr(10))[0])
except Exception as e:
    print('F.normalize(torch.tensor([-0.,1.]),dim=0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([1.,-1.]).cumprod(0)*0', repr(torch.tensor([1.,-1.]).cumprod(0)*0).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([1.,-1.]).cumprod(0)*0', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.diff(torch.tensor([0.,0.]))', repr(torch.diff(torch.tensor([0.,0.]))).split(chr(10))[0])
except Exception as e:
    print('torch.diff(torch.tensor([0.,0.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,0.]).sort()[0]', repr(torch.tensor([-0.,0.]).sort()[0]).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,0.]).sort()[0]', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([0.,-0.]).sort()[0]', repr(torch.tensor([0.,-0.]).sort()[0]).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([0.,-0.]).sort()[0]', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).logsumexp(0)', repr(torch.tensor([-0.]).logsumexp(0)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).logsumexp(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.,-0.]).softmax(0)', repr(torch.tensor([-0.,-0.]).softmax(0)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.,-0.]).softmax(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(2).log_softmax(0)', repr(torch.zeros(2).log_softmax(0)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(2).log_softmax(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(1).log_softmax(0)', repr(torch.zeros(1).log_softmax(0)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(1).log_softmax(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([-0.]).xlogy(torch.tensor([1.]))', repr(torch.tensor([-0.]).xlogy(torch.tensor([1.]))).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([-0.]).xlogy(torch.tensor([1.]))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([1.,2.]).mul(-0.)', repr(torch.tensor([1.,2.]).mul(-0.)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([1.,2.]).mul(-0.)', type(e).__name__, str(e).split(chr(10))[0])
