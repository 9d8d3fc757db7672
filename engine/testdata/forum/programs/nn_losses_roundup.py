import torch
import torch.nn as nn
torch.manual_seed(0)
p = torch.randn(4, 3, requires_grad=True)
t = torch.randn(4, 3)
cls = torch.tensor([0, 2, 1, 1])
sgn = torch.tensor([1., -1., 1., -1.])
multi = torch.tensor([[0, 2, -1], [1, -1, 0], [2, 1, 0], [-1, 0, 1]])
hot = nn.functional.one_hot(cls, 3)
cases = [
    (nn.L1Loss(), (p, t)), (nn.MSELoss(reduction='sum'), (p, t)), (nn.SmoothL1Loss(beta=0.5), (p, t)), (nn.HuberLoss(delta=0.5), (p, t)),
    (nn.CrossEntropyLoss(), (p, cls)), (nn.CrossEntropyLoss(), (p, t.softmax(1))), (nn.NLLLoss(weight=torch.tensor([1., 2., 3.])), (p.log_softmax(1), cls)),
    (nn.BCELoss(), (p.sigmoid(), hot.float())), (nn.BCEWithLogitsLoss(pos_weight=torch.tensor([1., 2., 3.])), (p, hot.float())),
    (nn.KLDivLoss(reduction='batchmean'), (p.log_softmax(1), t.softmax(1))), (nn.KLDivLoss(log_target=True, reduction='sum'), (p.log_softmax(1), t.log_softmax(1))),
    (nn.PoissonNLLLoss(), (p, t.exp())), (nn.GaussianNLLLoss(), (p, t, torch.ones(4, 3) * 2)), (nn.HingeEmbeddingLoss(margin=1.0), (p[:, 0], sgn)),
    (nn.SoftMarginLoss(), (p, hot * 2. - 1)), (nn.MultiMarginLoss(), (p, cls)), (nn.MultiLabelMarginLoss(), (p, multi)), (nn.MultiLabelSoftMarginLoss(), (p, hot.float())),
    (nn.CosineEmbeddingLoss(margin=0.2), (p, t, sgn)), (nn.MarginRankingLoss(margin=0.1), (p[:, 0], t[:, 0], sgn)), (nn.TripletMarginLoss(swap=True), (p, t, t.flip(0))),
    (nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1.0 - nn.functional.cosine_similarity(a, b)), (p, t, t.flip(0))),
    (nn.PairwiseDistance(p=1), (p, t)), (nn.CosineSimilarity(dim=1), (p, t)),
]
for crit, args in cases:
    out = crit(*args)
    p.grad = None
    out.sum().backward()
    print(crit, out, f'{p.grad.norm():.5f}')
