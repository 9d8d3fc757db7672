/** @file What PyTorch has and Losslab has not, by name, and what to do instead. */
import { byName } from "../../by-name.ts";

const words = (text: string) => text.trim().split(/\s+/);

/** Names by module, in PyTorch's spelling. unavailable.test.ts holds the list to what the runtime has. */
export const unavailable: Readonly<Record<string, readonly string[]>> = byName({
  "torch.nn": words(`
    AdaptiveLogSoftmaxWithLoss AlphaDropout Bilinear ConvTranspose3d DataParallel EmbeddingBag GRUCell InstanceNorm3d LSTMCell
    LazyLinear LocalResponseNorm RNNCell RReLU SyncBatchNorm Transformer TransformerDecoder TransformerDecoderLayer
    TransformerEncoder TransformerEncoderLayer`),
  "torch.nn.functional": words("alpha_dropout embedding_bag local_response_norm rrelu"),
  torch: words("eig index_reduce lstsq lu matrix_rank solve symeig sparse_coo_tensor save load"),
  "torch.linalg": words("eig eigvals lu lu_factor lu_solve ldl_factor householder_product tensorinv tensorsolve"),
  "torch.special": words("bessel_j0 bessel_j1"),
  "torch.optim": words("ASGD Adadelta Adamax RAdam Rprop SparseAdam"),
  "torch.optim.lr_scheduler": words(
    "ConstantLR CosineAnnealingWarmRestarts CyclicLR MultiStepLR PolynomialLR ReduceLROnPlateau SequentialLR",
  ),
});

/** Modules of which nothing is here. */
export const absentModules: Readonly<Record<string, string>> = byName({
  "scipy.sparse": "matrices are dense here: torch.zeros and scatter_ make them",
  "scipy.stats": "torch.distributions has densities, and torch what statistics are made of",
  "scipy.signal": "F.conv1d filters, and torch.stft takes spectra",
  "scipy.linalg": "torch.linalg and numpy.linalg have decompositions",
  "scipy.interpolate": "np.interp is piecewise linear",
  "scipy.integrate": "torch.trapezoid integrates",
});

const insteads: readonly (readonly [RegExp, string])[] = [
  [/InstanceNorm|_norm$/, "normalise by hand, for example (x - x.mean(0)) / x.std(0)"],
  [/Embedding|embedding/, "choose rows of a parameter: weight[labels]"],
  [/^Conv[12]d$/, "F.conv1d and F.conv2d take a weight that you make with nn.Parameter"],
  [
    /Conv|conv|Pool|pool|RNN|LSTM|GRU|Transformer|Attention/,
    "the loss is what is designed here: leave the network out",
  ],
  [
    /det$|inv|solve|svd|eig|cholesky|qr|lu$|pinv|matrix_/,
    "matrices of a fixed small size can be written out with products",
  ],
  [/LR|Plateau/, "LambdaLR takes any function of the epoch"],
  [/^(A|L|N|R|S)[A-Za-z]*(am|GD|FGS|prop|delta|max)$/, "there are SGD, Adam, AdamW, NAdam, RMSprop and Adagrad"],
];

export const wayOut = (name: string) =>
  insteads.find(([pattern]) => pattern.test(name))?.[1] ?? "compute it from the functions that the reference lists";
