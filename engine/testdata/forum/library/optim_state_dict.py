import torch
p=[torch.nn.Parameter(torch.ones(2)), torch.nn.Parameter(torch.ones(1,2))]
for mk in [lambda: torch.optim.SGD(p,lr=.1), lambda: torch.optim.SGD(p,lr=.1,momentum=.9), lambda: torch.optim.Adam(p), lambda: torch.optim.Adam(p,amsgrad=True),lambda: torch.optim.AdamW(p), lambda: torch.optim.RMSprop(p), lambda: torch.optim.RMSprop(p,momentum=.9,centered=True), lambda: torch.optim.Adagrad(p), lambda: torch.optim.NAdam(p)]:
    o=mk(); print(o.state_dict()['state'] if not isinstance(o,torch.optim.Adagrad) else 0)
    (p[0].sum()+p[1].sum()).backward(); o.step(); print(o.state_dict())
o=torch.optim.SGD(p,lr=.1)
for s in [torch.optim.lr_scheduler.StepLR(o,2), torch.optim.lr_scheduler.ExponentialLR(o,.9)]:
    o.step(); s.step(); print(s.state_dict()['_last_lr'], s.state_dict()['last_epoch'])
a=torch.optim.Adam(p); (p[0]**2).sum().backward(); a.step(); sd=a.state_dict(); b=torch.optim.Adam(p); b.load_state_dict(sd); b.step(); print(p, b.state_dict()['state'][0]['step'], b.state[p[0]]['exp_avg'])
