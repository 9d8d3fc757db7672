import math
try:
    print('torch.ones(2,3)@torch.ones(3,dtype=torch.float64)', repr(torch.ones(2,3)@torch.ones(3,dtype=torch.float64)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3)@torch.ones(3,dtype=torch.float64)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3)@torch.ones(3,dtype=torch.float64)', repr(torch.ones(3)@torch.ones(3,dtype=torch.float64)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3)@torch.ones(3,dtype=torch.float64)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,2,3)@torch.ones(2,3,2,dtype=torch.float64)', repr(torch.ones(2,2,3)@torch.ones(2,3,2,dtype=torch.float64)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,2,3)@torch.ones(2,3,2,dtype=torch.float64)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).mm(torch.ones(3,2,dtype=torch.int32))', repr(torch.ones(2,3).mm(torch.ones(3,2,dtype=torch.int32))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).mm(torch.ones(3,2,dtype=torch.int32))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3).dot(torch.ones(3,dtype=torch.float64))', repr(torch.ones(3).dot(torch.ones(3,dtype=torch.float64))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3).dot(torch.ones(3,dtype=torch.float64))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.linear(torch.ones(2,3,dtype=torch.int64), torch.ones(4,3))', repr(F.linear(torch.ones(2,3,dtype=torch.int64), torch.ones(4,3))).split(chr(10))[0])
except Exception as e:
    print('F.linear(torch.ones(2,3,dtype=torch.int64), torch.ones(4,3))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.linear(torch.ones(3,dtype=torch.float64), torch.ones(4,3), torch.ones(4))', repr(F.linear(torch.ones(3,dtype=torch.float64), torch.ones(4,3), torch.ones(4))).split(chr(10))[0])
except Exception as e:
    print('F.linear(torch.ones(3,dtype=torch.float64), torch.ones(4,3), torch.ones(4))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).long().softmax(1)', repr(torch.ones(2,3).long().softmax(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).long().softmax(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).long().softmax(0)', repr(torch.ones(2,3).long().softmax(0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).long().softmax(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).long().log_softmax(1)', repr(torch.ones(2,3).long().log_softmax(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).long().log_softmax(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).bool().softmax(1)', repr(torch.ones(2,3).bool().softmax(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).bool().softmax(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.norm(torch.ones(2).long())', repr(torch.norm(torch.ones(2).long())).split(chr(10))[0])
except Exception as e:
    print('torch.norm(torch.ones(2).long())', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).bool().norm()', repr(torch.ones(2).bool().norm()).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).bool().norm()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linalg.norm(torch.ones(2).long())', repr(torch.linalg.norm(torch.ones(2).long())).split(chr(10))[0])
except Exception as e:
    print('torch.linalg.norm(torch.ones(2).long())', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linalg.vector_norm(torch.ones(2).long())', repr(torch.linalg.vector_norm(torch.ones(2).long())).split(chr(10))[0])
except Exception as e:
    print('torch.linalg.vector_norm(torch.ones(2).long())', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.histc(torch.ones(2).long())', repr(torch.histc(torch.ones(2).long())).split(chr(10))[0])
except Exception as e:
    print('torch.histc(torch.ones(2).long())', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.histc(torch.ones(2), bins=0)', repr(torch.histc(torch.ones(2), bins=0)).split(chr(10))[0])
except Exception as e:
    print('torch.histc(torch.ones(2), bins=0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.mse_loss(torch.ones(2).long(), torch.ones(2).long())', repr(F.mse_loss(torch.ones(2).long(), torch.ones(2).long())).split(chr(10))[0])
except Exception as e:
    print('F.mse_loss(torch.ones(2).long(), torch.ones(2).long())', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).scatter(1, torch.ones(2,1,dtype=torch.int32), 1.)', repr(torch.ones(2,3).scatter(1, torch.ones(2,1,dtype=torch.int32), 1.)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).scatter(1, torch.ones(2,1,dtype=torch.int32), 1.)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).scatter(1, torch.ones(2,1), 1.)', repr(torch.ones(2,3).scatter(1, torch.ones(2,1), 1.)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).scatter(1, torch.ones(2,1), 1.)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).scatter_add(1, torch.ones(2,1), torch.ones(2,1))', repr(torch.ones(2,3).scatter_add(1, torch.ones(2,1), torch.ones(2,1))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).scatter_add(1, torch.ones(2,1), torch.ones(2,1))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).gather(1, torch.ones(2,1))', repr(torch.ones(2,3).gather(1, torch.ones(2,1))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).gather(1, torch.ones(2,1))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).index_select(1, torch.ones(2))', repr(torch.ones(2,3).index_select(1, torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).index_select(1, torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).index_add(1, torch.ones(2), torch.ones(2,2))', repr(torch.ones(2,3).index_add(1, torch.ones(2), torch.ones(2,2))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).index_add(1, torch.ones(2), torch.ones(2,2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).index_fill(1, torch.ones(2), 1)', repr(torch.ones(2,3).index_fill(1, torch.ones(2), 1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).index_fill(1, torch.ones(2), 1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.take(torch.ones(3), torch.ones(2))', repr(torch.take(torch.ones(3), torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.take(torch.ones(3), torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.one_hot(torch.ones(3))', repr(F.one_hot(torch.ones(3))).split(chr(10))[0])
except Exception as e:
    print('F.one_hot(torch.ones(3))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.one_hot(torch.ones(3, dtype=torch.int32))', repr(F.one_hot(torch.ones(3, dtype=torch.int32))).split(chr(10))[0])
except Exception as e:
    print('F.one_hot(torch.ones(3, dtype=torch.int32))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.one_hot(torch.tensor([], dtype=torch.int64))', repr(F.one_hot(torch.tensor([], dtype=torch.int64))).split(chr(10))[0])
except Exception as e:
    print('F.one_hot(torch.tensor([], dtype=torch.int64))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).masked_fill(torch.ones(2), 0)', repr(torch.ones(2).masked_fill(torch.ones(2), 0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).masked_fill(torch.ones(2), 0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).masked_select(torch.ones(2))', repr(torch.ones(2).masked_select(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).masked_select(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).masked_fill(torch.ones(2).long(), 0)', repr(torch.ones(2).masked_fill(torch.ones(2).long(), 0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).masked_fill(torch.ones(2).long(), 0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([torch.ones(2)])', repr(torch.tensor([torch.ones(2)])).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([torch.ones(2)])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('float(torch.ones(2))', repr(float(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('float(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('int(torch.ones(2))', repr(int(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('int(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('math.sqrt(torch.ones(2))', repr(math.sqrt(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('math.sqrt(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.empty(-2)', repr(torch.empty(-2)).split(chr(10))[0])
except Exception as e:
    print('torch.empty(-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(-2)', repr(torch.ones(-2)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,-2)', repr(torch.ones(2,-2)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(2,-2)', repr(torch.zeros(2,-2)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(2,-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.full((-2,),1.)', repr(torch.full((-2,),1.)).split(chr(10))[0])
except Exception as e:
    print('torch.full((-2,),1.)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.rand(-2)', repr(torch.rand(-2)).split(chr(10))[0])
except Exception as e:
    print('torch.rand(-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.randn(2, -1)', repr(torch.randn(2, -1)).split(chr(10))[0])
except Exception as e:
    print('torch.randn(2, -1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.eye(2,-1)', repr(torch.eye(2,-1)).split(chr(10))[0])
except Exception as e:
    print('torch.eye(2,-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.eye(-2)', repr(torch.eye(-2)).split(chr(10))[0])
except Exception as e:
    print('torch.eye(-2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linspace(0,1,-1)', repr(torch.linspace(0,1,-1)).split(chr(10))[0])
except Exception as e:
    print('torch.linspace(0,1,-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.logspace(0,1,-1)', repr(torch.logspace(0,1,-1)).split(chr(10))[0])
except Exception as e:
    print('torch.logspace(0,1,-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.randperm(-1)', repr(torch.randperm(-1)).split(chr(10))[0])
except Exception as e:
    print('torch.randperm(-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.randint(3, (-1,))', repr(torch.randint(3, (-1,))).split(chr(10))[0])
except Exception as e:
    print('torch.randint(3, (-1,))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).new_zeros(-1)', repr(torch.ones(2).new_zeros(-1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).new_zeros(-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.arange(5,1)', repr(torch.arange(5,1)).split(chr(10))[0])
except Exception as e:
    print('torch.arange(5,1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.arange(1,5,-1)', repr(torch.arange(1,5,-1)).split(chr(10))[0])
except Exception as e:
    print('torch.arange(1,5,-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.arange(1,5,0)', repr(torch.arange(1,5,0)).split(chr(10))[0])
except Exception as e:
    print('torch.arange(1,5,0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.diag(torch.ones(2,2,2))', repr(torch.diag(torch.ones(2,2,2))).split(chr(10))[0])
except Exception as e:
    print('torch.diag(torch.ones(2,2,2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2) & 1.', repr(torch.ones(2) & 1.).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2) & 1.', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2) | torch.ones(2)', repr(torch.ones(2) | torch.ones(2)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2) | torch.ones(2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('~torch.ones(2)', repr(~torch.ones(2)).split(chr(10))[0])
except Exception as e:
    print('~torch.ones(2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.bitwise_not(torch.ones(2))', repr(torch.bitwise_not(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.bitwise_not(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.Dropout(2)', repr(nn.Dropout(2)).split(chr(10))[0])
except Exception as e:
    print('nn.Dropout(2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.dropout(torch.ones(2), 2)', repr(F.dropout(torch.ones(2), 2)).split(chr(10))[0])
except Exception as e:
    print('F.dropout(torch.ones(2), 2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.Dropout(p=-1)', repr(nn.Dropout(p=-1)).split(chr(10))[0])
except Exception as e:
    print('nn.Dropout(p=-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.optim.SGD([torch.ones(1)], momentum=-1)', repr(torch.optim.SGD([torch.ones(1)], momentum=-1)).split(chr(10))[0])
except Exception as e:
    print('torch.optim.SGD([torch.ones(1)], momentum=-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.optim.SGD([torch.ones(1)], lr=.1, nesterov=True)', repr(torch.optim.SGD([torch.ones(1)], lr=.1, nesterov=True)).split(chr(10))[0])
except Exception as e:
    print('torch.optim.SGD([torch.ones(1)], lr=.1, nesterov=True)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.optim.SGD([torch.ones(1)])', repr(torch.optim.SGD([torch.ones(1)])).split(chr(10))[0])
except Exception as e:
    print('torch.optim.SGD([torch.ones(1)])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.optim.Adam([torch.ones(1)], betas=(2,0))', repr(torch.optim.Adam([torch.ones(1)], betas=(2,0))).split(chr(10))[0])
except Exception as e:
    print('torch.optim.Adam([torch.ones(1)], betas=(2,0))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.optim.Adam([torch.ones(1)], lr=-1)', repr(torch.optim.Adam([torch.ones(1)], lr=-1)).split(chr(10))[0])
except Exception as e:
    print('torch.optim.Adam([torch.ones(1)], lr=-1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).to("foo")', repr(torch.ones(2).to("foo")).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).to("foo")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,2,2).flatten(1,0)', repr(torch.ones(2,2,2).flatten(1,0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,2,2).flatten(1,0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.flatten(torch.ones(2,2,2), 2, 1)', repr(torch.flatten(torch.ones(2,2,2), 2, 1)).split(chr(10))[0])
except Exception as e:
    print('torch.flatten(torch.ones(2,2,2), 2, 1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(1,3), (3,0), mode="reflect")', repr(F.pad(torch.ones(1,3), (3,0), mode="reflect")).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(1,3), (3,0), mode="reflect")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(1,1,3), (3,0), mode="reflect")', repr(F.pad(torch.ones(1,1,3), (3,0), mode="reflect")).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(1,1,3), (3,0), mode="reflect")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(3), (1,0), mode="reflect")', repr(F.pad(torch.ones(3), (1,0), mode="reflect")).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(3), (1,0), mode="reflect")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(1,1,3), (4,0), mode="circular")', repr(F.pad(torch.ones(1,1,3), (4,0), mode="circular")).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(1,1,3), (4,0), mode="circular")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(3), (1,1,1,1))', repr(F.pad(torch.ones(3), (1,1,1,1))).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(3), (1,1,1,1))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(3), (1,))', repr(F.pad(torch.ones(3), (1,))).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(3), (1,))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.pad(torch.ones(3), (-4,0))', repr(F.pad(torch.ones(3), (-4,0))).split(chr(10))[0])
except Exception as e:
    print('F.pad(torch.ones(3), (-4,0))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.multi_margin_loss(torch.ones(2,3), torch.tensor([0,1]), p=3)', repr(F.multi_margin_loss(torch.ones(2,3), torch.tensor([0,1]), p=3)).split(chr(10))[0])
except Exception as e:
    print('F.multi_margin_loss(torch.ones(2,3), torch.tensor([0,1]), p=3)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.combinations(torch.ones(2,2))', repr(torch.combinations(torch.ones(2,2))).split(chr(10))[0])
except Exception as e:
    print('torch.combinations(torch.ones(2,2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.meshgrid(torch.ones(2,2))', repr(torch.meshgrid(torch.ones(2,2))).split(chr(10))[0])
except Exception as e:
    print('torch.meshgrid(torch.ones(2,2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor(1.).unbind()', repr(torch.tensor(1.).unbind()).split(chr(10))[0])
except Exception as e:
    print('torch.tensor(1.).unbind()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor(1.).split(1)', repr(torch.tensor(1.).split(1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor(1.).split(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor(1.).chunk(1)', repr(torch.tensor(1.).chunk(1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor(1.).chunk(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('(2,)+torch.ones(2).shape', repr((2,)+torch.ones(2).shape).split(chr(10))[0])
except Exception as e:
    print('(2,)+torch.ones(2).shape', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).shape+(2,)', repr(torch.ones(2).shape+(2,)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).shape+(2,)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).shape+2', repr(torch.ones(2).shape+2).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).shape+2', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).shape+[2]', repr(torch.ones(2).shape+[2]).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).shape+[2]', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('2+torch.ones(2).shape', repr(2+torch.ones(2).shape).split(chr(10))[0])
except Exception as e:
    print('2+torch.ones(2).shape', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3).mv(torch.ones(3))', repr(torch.ones(3).mv(torch.ones(3))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3).mv(torch.ones(3))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3,4).mv(torch.ones(3))', repr(torch.ones(3,4).mv(torch.ones(3))).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3,4).mv(torch.ones(3))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3,4)@torch.ones(3)', repr(torch.ones(3,4)@torch.ones(3)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3,4)@torch.ones(3)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3)@torch.ones(4)', repr(torch.ones(3)@torch.ones(4)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3)@torch.ones(4)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linspace(0)', repr(torch.linspace(0)).split(chr(10))[0])
except Exception as e:
    print('torch.linspace(0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linspace()', repr(torch.linspace()).split(chr(10))[0])
except Exception as e:
    print('torch.linspace()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.full()', repr(torch.full()).split(chr(10))[0])
except Exception as e:
    print('torch.full()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.full((2,))', repr(torch.full((2,))).split(chr(10))[0])
except Exception as e:
    print('torch.full((2,))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(3, require_grad=True)', repr(torch.ones(3, require_grad=True)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(3, require_grad=True)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(3, foo=True)', repr(torch.zeros(3, foo=True)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(3, foo=True)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.rand(3, foo=True)', repr(torch.rand(3, foo=True)).split(chr(10))[0])
except Exception as e:
    print('torch.rand(3, foo=True)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.randn(3, foo=1)', repr(torch.randn(3, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.randn(3, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.tensor([1], foo=1)', repr(torch.tensor([1], foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.tensor([1], foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.full((2,),1, foo=1)', repr(torch.full((2,),1, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.full((2,),1, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.arange(3, foo=1)', repr(torch.arange(3, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.arange(3, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.eye(3, foo=1)', repr(torch.eye(3, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.eye(3, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.linspace(0,1,3, foo=1)', repr(torch.linspace(0,1,3, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.linspace(0,1,3, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.sum(torch.ones(2), foo=1)', repr(torch.sum(torch.ones(2), foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.sum(torch.ones(2), foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.mean(torch.ones(2), foo=1)', repr(torch.mean(torch.ones(2), foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.mean(torch.ones(2), foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.exp(torch.ones(2), foo=1)', repr(torch.exp(torch.ones(2), foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.exp(torch.ones(2), foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.add(torch.ones(2), 1, foo=1)', repr(torch.add(torch.ones(2), 1, foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.add(torch.ones(2), 1, foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).sum(foo=1)', repr(torch.ones(2).sum(foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).sum(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).clamp(foo=1)', repr(torch.ones(2).clamp(foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).clamp(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.cat([torch.ones(2)], foo=1)', repr(torch.cat([torch.ones(2)], foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.cat([torch.ones(2)], foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.stack([torch.ones(2)], foo=1)', repr(torch.stack([torch.ones(2)], foo=1)).split(chr(10))[0])
except Exception as e:
    print('torch.stack([torch.ones(2)], foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.mse_loss(torch.ones(2), torch.ones(2), foo=1)', repr(F.mse_loss(torch.ones(2), torch.ones(2), foo=1)).split(chr(10))[0])
except Exception as e:
    print('F.mse_loss(torch.ones(2), torch.ones(2), foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('F.softmax(torch.ones(2), foo=1)', repr(F.softmax(torch.ones(2), foo=1)).split(chr(10))[0])
except Exception as e:
    print('F.softmax(torch.ones(2), foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.MSELoss(foo=1)', repr(nn.MSELoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.MSELoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.L1Loss(foo=1)', repr(nn.L1Loss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.L1Loss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.CrossEntropyLoss(foo=1)', repr(nn.CrossEntropyLoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.CrossEntropyLoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.SmoothL1Loss(foo=1)', repr(nn.SmoothL1Loss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.SmoothL1Loss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.BCELoss(foo=1)', repr(nn.BCELoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.BCELoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.KLDivLoss(foo=1)', repr(nn.KLDivLoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.KLDivLoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.CosineSimilarity(foo=1)', repr(nn.CosineSimilarity(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.CosineSimilarity(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.ReLU(foo=1)', repr(nn.ReLU(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.ReLU(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.Softmax(foo=1)', repr(nn.Softmax(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.Softmax(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.Linear(2,3,foo=1)', repr(nn.Linear(2,3,foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.Linear(2,3,foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.SoftMarginLoss(foo=1)', repr(nn.SoftMarginLoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.SoftMarginLoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.MarginRankingLoss(foo=1)', repr(nn.MarginRankingLoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.MarginRankingLoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('nn.MultiMarginLoss(foo=1)', repr(nn.MultiMarginLoss(foo=1)).split(chr(10))[0])
except Exception as e:
    print('nn.MultiMarginLoss(foo=1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).reshape(2.0,2)', repr(torch.ones(4).reshape(2.0,2)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).reshape(2.0,2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).reshape(2.0)', repr(torch.ones(4).reshape(2.0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).reshape(2.0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).reshape([2.0])', repr(torch.ones(4).reshape([2.0])).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).reshape([2.0])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.reshape(torch.ones(4),(2.0,2))', repr(torch.reshape(torch.ones(4),(2.0,2))).split(chr(10))[0])
except Exception as e:
    print('torch.reshape(torch.ones(4),(2.0,2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).view(2.0,2)', repr(torch.ones(4).view(2.0,2)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).view(2.0,2)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).permute(1.0)', repr(torch.ones(4).permute(1.0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).permute(1.0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(4).expand(1.0)', repr(torch.ones(4).expand(1.0)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(4).expand(1.0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(2.0)', repr(torch.zeros(2.0)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(2.0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros(2.0, 3)', repr(torch.zeros(2.0, 3)).split(chr(10))[0])
except Exception as e:
    print('torch.zeros(2.0, 3)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros("2")', repr(torch.zeros("2")).split(chr(10))[0])
except Exception as e:
    print('torch.zeros("2")', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.zeros([2.0])', repr(torch.zeros([2.0])).split(chr(10))[0])
except Exception as e:
    print('torch.zeros([2.0])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.randn(2.0)', repr(torch.randn(2.0)).split(chr(10))[0])
except Exception as e:
    print('torch.randn(2.0)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.cat(torch.ones(2),torch.ones(2))', repr(torch.cat(torch.ones(2),torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.cat(torch.ones(2),torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.cat(torch.ones(2))', repr(torch.cat(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.cat(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.cat([])', repr(torch.cat([])).split(chr(10))[0])
except Exception as e:
    print('torch.cat([])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.stack([])', repr(torch.stack([])).split(chr(10))[0])
except Exception as e:
    print('torch.stack([])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.cat([1,2])', repr(torch.cat([1,2])).split(chr(10))[0])
except Exception as e:
    print('torch.cat([1,2])', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.stack(torch.ones(2), torch.ones(2))', repr(torch.stack(torch.ones(2), torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.stack(torch.ones(2), torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.gather(torch.ones(2,3),1)', repr(torch.gather(torch.ones(2,3),1)).split(chr(10))[0])
except Exception as e:
    print('torch.gather(torch.ones(2,3),1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).gather()', repr(torch.ones(2,3).gather()).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).gather()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).scatter(1)', repr(torch.ones(2,3).scatter(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).scatter(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).scatter_add(1)', repr(torch.ones(2,3).scatter_add(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).scatter_add(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).index_select(1)', repr(torch.ones(2,3).index_select(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).index_select(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).cumsum()', repr(torch.ones(2,3).cumsum()).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).cumsum()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2,3).transpose(1)', repr(torch.ones(2,3).transpose(1)).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2,3).transpose(1)', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).logsumexp()', repr(torch.ones(2).logsumexp()).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).logsumexp()', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.where(torch.ones(2))', repr(torch.where(torch.ones(2))).split(chr(10))[0])
except Exception as e:
    print('torch.where(torch.ones(2))', type(e).__name__, str(e).split(chr(10))[0])
try:
    print('torch.ones(2).masked_fill(torch.ones(2).bool())', repr(torch.ones(2).masked_fill(torch.ones(2).bool())).split(chr(10))[0])
except Exception as e:
    print('torch.ones(2).masked_fill(torch.ones(2).bool())', type(e).__name__, str(e).split(chr(10))[0])
