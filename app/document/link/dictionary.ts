/**
 * @file The words that losses are made of, for links of format 1. What a text shares with this costs it next to nothing.
 *
 * Part of the format: never edit it. Another dictionary is another format. What is commonest stands last, where it is cheapest to point at.
 */

const names = `logsumexp log_softmax softmax softmin softplus sigmoid logsigmoid leaky_relu relu gelu silu tanh_ sinh cosh erf atan lgamma digamma
l1_loss smooth_l1_loss huber_loss mse_loss nll_loss cross_entropy binary_cross_entropy_with_logits binary_cross_entropy kl_div gaussian_nll_loss poisson_nll_loss
hinge_embedding_loss margin_ranking_loss cosine_embedding_loss triplet_margin_loss multi_margin_loss soft_margin_loss cosine_similarity pairwise_distance normalize one_hot label_smoothing ignore_index
nn.MSELoss() nn.L1Loss() nn.HuberLoss(delta= nn.SmoothL1Loss(beta= nn.BCEWithLogitsLoss() nn.CrossEntropyLoss() nn.KLDivLoss(reduction="batchmean") nn.GaussianNLLLoss() nn.Softplus() nn.Sigmoid() nn.ReLU() nn.Tanh()
cumsum cumprod flip roll gather scatter index_select masked_select masked_fill nonzero argmax argmin argsort sort( topk( kthvalue median quantile( median() var( std( norm( unique bincount histc
torch.linalg.norm torch.stack([ torch.cat([ torch.outer torch.einsum torch.matmul torch.diag torch.eye torch.arange( torch.linspace( torch.zeros_like( torch.ones_like( torch.full_like torch.rand( torch.randn_like( torch.bernoulli torch.tensor([ torch.no_grad(): torch.manual_seed(
torch.clamp(min=1e-6, max=1.0) torch.minimum( torch.maximum( torch.pow( torch.sqrt( torch.log1p( torch.expm1( torch.sign( torch.cos( torch.sin( torch.logaddexp torch.heaviside torch.isnan torch.isfinite torch.nan_to_num
unsqueeze(-1) squeeze(-1) reshape( view(-1) flatten() permute( transpose( expand_as( repeat( unbind( chunk( split( size(0) shape[0] dtype=torch.float32 device= float() long() bool() item() detach() clone() keepdim=True dim=-1 dim=1 dim=0 reduction="none" reduction="mean" reduction="sum"
requires_grad=True register_buffer( torch.autograd.grad( create_graph=True self.training numpy() nn.functional as F
if elif else: for i in range(len( while return None True False and not in lambda isinstance raise ValueError( import math math.pi math.log( def __call__ property staticmethod super().__init__() nn.Parameter(torch.
const let readonly number boolean Tensor function constructor( private new this. => { return ; } else if ( Math.PI Math.log( Math.exp( for (let i = 0; i < .length; i++) undefined null extends nn.Module {
temperature alpha beta gamma delta epsilon sigma margin threshold scale weight weights residual residuals logits probabilities probs entropy penalty regularization smooth focal quantile asymmetric robust tversky dice charbonnier cauchy tukey welsch barron wing log_cosh pinball outliers percentage relative squared absolute error
# avoid division by zero # numerically stable # predictions and targets have shape [batch, 1] # far # near # mean over the batch # per-sample // element-wise
`;

const typescript = `class extends nn.Module {
  mse_loss = new nn.MSELoss();
  l1_loss = new nn.L1Loss();

  // Weights of the two components.
  constructor(readonly lambda1 = 1.0, readonly lambda2 = 0.5) {
    super();
  }

  forward(predictions, targets1, targets2) {
    const loss1 = this.mse_loss.forward(predictions, targets1);
    const loss2 = this.l1_loss.forward(predictions, targets2);
    return loss1.mul(this.lambda1).add(loss2.mul(this.lambda2));
  }
}
// log(cosh(x)) = x + softplus(-2x) - log 2
  const logCosh = diff.add(F.softplus(diff.mul(-2))).sub(Math.log(2));
const delta = 0.5;

  const size = predictions.sub(targets).abs();
  const near = size.square().mul(0.5);
  const far = size.sub(delta / 2).mul(delta);
  return torch.where(size.lt(delta), near, far).mean();
const q = 0.9;
  return torch.maximum(diff.mul(q), diff.mul(q - 1)).mean();
    const squaredDiff = diff.mul(diff);
    const weighted = squaredDiff.mul(torch.exp(torch.abs(diff).neg()));
    return torch.sum(weighted).div(predictions.numel());
// Predictions and targets have shape [batch, 1].
  return torch.mean(torch.abs(error));
  const diff = targets.sub(predictions);
  const error = predictions.sub(targets);
  return predictions.sub(targets).square().mean();
}
function forward(predictions, targets) {
  const diff = predictions.sub(targets);
  return diff.square();
}
`;

const header = `{"v":3,"title":"","note":"","lanes":[{"id":"D","name":"Lane D","language":"typescript","handling":{"kind":"weights","weights":[{"kind":"aggregator","name":"GradDrop","name":"Random","name":"AlignedMTL","name":"ConFIG","name":"IMTLG","name":"CAGrad","parameters":{"c":0.5}},"name":"PCGrad","parameters":{}},"name":"DualProj","name":"MGDA","name":"UPGrad","parameters":{"norm_eps":0.0001,"reg_eps":0.0001}}
"data":{"title":"","input":{"name":"x","unit":"","values":[-1,0,1]},"targets":[{"name":"y","unit":"","values":[]}],"standardize":true},"view":{"axis":"time","metric":"MAE","metric":"R²","scale":"linear","smoothing":0,"split":"training"}
"name":"Two components","name":"Weighted squared error","name":"Huber","name":"Log-cosh","name":"Quantile","experiment":{"batchSize":32,"dataset":"heteroscedastic","dataset":"line","dataset":"step","dataset":"two-targets","dataset":"own","dataset":"sine-outliers","dataset":"sine","lr":0.001,"lr":0.1,"lr":0.05,"matchFirstStep":true,"model":{"kind":"linear"},"model":{"activation":"relu","activation":"silu","activation":"sigmoid","activation":"tanh","kind":"mlp","widths":[64,64]},"optimizer":{"momentum":0.9,"name":"SGD"},"optimizer":{"name":"AdamW","weight_decay":0.01},"seed":1,"seed":42,"steps":500,"steps":1000,"steps":5000}
{"lanes":[{"id":"B","name":"Per-sample squared error","handling":{"kind":"sum"},"handling":{"kind":"mean"},{"name":"Mean squared error","name":"Mean absolute error","language":"typescript","n":},{}],"runs":{"A":"","B":""}}
`;

const python = `import math
    # log(cosh(x)) = x + softplus(-2x) - log 2
    log_cosh = diff + F.softplus(-2 * diff) - math.log(2)
    return log_cosh.mean()
delta = 0.5
    size = (predictions - targets).abs()
    near = 0.5 * size ** 2
    far = delta * (size - delta / 2)
    return torch.where(size < delta, near, far).mean()
q = 0.9
    return torch.maximum(q * diff, (q - 1) * diff).mean()
    return loss.mean() if self.reduction == "mean" else loss.sum()
    return F.mse_loss(predictions, targets)
    return ((predictions - targets) ** 2).mean()
    return torch.mean((predictions - targets) ** 2)
    return torch.mean(torch.abs(error))
    diff = targets - predictions
    return diff ** 2
        squared_error = (predictions - targets) ** 2
        abs_diff = torch.abs(predictions - targets)
        error = predictions - targets
        diff = predictions - targets
        squared_diff = diff * diff
        weighted_squared_diff = squared_diff * torch.exp(-torch.abs(diff)) #example weighting
        weighted = torch.where(
        loss = torch.where(abs_diff < self.delta, 0.5 * squared_diff, self.delta * (abs_diff - 0.5 * self.delta))
        total_loss = torch.sum(weighted_squared_diff) / predictions.numel() # ensures scalar output.
    # Weights of the two components.
    def __init__(self, delta=1.0, alpha=0.5, lambda1=1.0, lambda2=0.5): # weights for loss components
        super().__init__()
        super(MultiComponentLoss, self).__init__()
        self.alpha = alpha
        self.delta = delta
        self.lambda1 = lambda1
        self.lambda2 = lambda2
        self.mse_loss = nn.MSELoss()
        self.l1_loss = nn.L1Loss()

    def forward(self, predictions, targets1, targets2):
        loss1 = self.mse_loss(predictions, targets1)
        loss2 = self.l1_loss(predictions, targets2)
        total_loss = self.lambda1 * loss1 + self.lambda2 * loss2
        return total_loss
targets1 = torch.randn(10)
targets2 = torch.randn(10)
loss = loss_fn(predictions, targets1, targets2)
import torch.nn.functional as F
# Predictions and targets have shape [batch, 1].
def forward(predictions, targets):
import torch
import torch.nn as nn

class MyCustomLoss(nn.Module):
    def __init__(self):
        super(MyCustomLoss, self).__init__()

    def forward(self, predictions, targets):
        element_wise_loss = torch.abs(predictions - targets) # Example element-wise loss; replace with your own
        mean_loss = torch.mean(element_wise_loss)
        return mean_loss

# Example usage
loss_fn = MyCustomLoss()
predictions = torch.randn(10)
targets = torch.randn(10)
loss = loss_fn(predictions, targets)
print(loss.item()) # prints a scalar value
`;

export const dictionary: Uint8Array = new TextEncoder().encode(names + typescript + header + python);
