import torch
import torch.nn as nn
import torch.nn.functional as F

class GANLoss(nn.Module):
    def __init__(self, gan_mode, target_real_label=1.0, target_fake_label=0.0):
        super(GANLoss, self).__init__()
        self.register_buffer('real_label', torch.tensor(target_real_label))
        self.register_buffer('fake_label', torch.tensor(target_fake_label))
        self.gan_mode = gan_mode
        if gan_mode == 'lsgan':
            self.loss = nn.MSELoss()
        elif gan_mode == 'vanilla':
            self.loss = nn.BCEWithLogitsLoss()
        elif gan_mode in ['wgangp', 'hinge']:
            self.loss = None
        else:
            raise NotImplementedError('gan mode %s not implemented' % gan_mode)

    def get_target_tensor(self, prediction, target_is_real):
        target_tensor = self.real_label if target_is_real else self.fake_label
        return target_tensor.expand_as(prediction)

    def __call__(self, prediction, target_is_real):
        if self.gan_mode in ['lsgan', 'vanilla']:
            target_tensor = self.get_target_tensor(prediction, target_is_real)
            loss = self.loss(prediction, target_tensor)
        elif self.gan_mode == 'wgangp':
            loss = -prediction.mean() if target_is_real else prediction.mean()
        elif self.gan_mode == 'hinge':
            loss = F.relu(1.0 - prediction if target_is_real else 1.0 + prediction).mean()
        return loss

torch.manual_seed(3)
d = torch.randn(4, 1, requires_grad=True)
for mode in ('lsgan', 'vanilla', 'wgangp', 'hinge'):
    crit = GANLoss(mode)
    row = []
    for real in (True, False):
        l = crit(d, real)
        row.append(l.item())
    g = torch.autograd.grad(crit(d, True) + crit(d, False), d)[0].flatten()
    print(f"{mode:8s}", ["%.4f" % r for r in row], g)
print(GANLoss('lsgan'), [n for n, b in GANLoss('lsgan').named_buffers()])
try:
    GANLoss('ragan')
except NotImplementedError as e:
    print(repr(e))
