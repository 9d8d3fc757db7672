import copy
import torch
from torch import nn

torch.manual_seed(8)
student = nn.Linear(3, 2)
teacher = copy.deepcopy(student)
for p in teacher.parameters():
    p.requires_grad = False

@torch.no_grad()
def update_teacher(student, teacher, momentum: float = 0.9):
    for ps, pt in zip(student.parameters(), teacher.parameters()):
        pt.data.mul_(momentum).add_(ps.data, alpha=1 - momentum)

opt = torch.optim.SGD(student.parameters(), lr=0.5)
x = torch.randn(4, 3)
for _ in range(3):
    s, t = student(x), teacher(x)
    loss = -(torch.softmax(t / 0.5, -1) * torch.log_softmax(s, dim=-1)).sum(-1).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    update_teacher(student, teacher)
    print(round(loss.item(), 5))
print(teacher.weight)
print(all(p.grad is None for p in teacher.parameters()))
