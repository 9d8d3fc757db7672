/** @file What PyTorch has and Losslab has not: refused by name before anything runs, with what to do instead. */
import { byName } from "../../by-name.ts";
import { field, fields, parts, Refusal, type SyntaxNode } from "./syntax.ts";

const words = (text: string) => text.trim().split(/\s+/);

/** Names by module, in PyTorch's spelling. unavailable.test.ts holds the list to what the runtime has. */
export const unavailable: Readonly<Record<string, readonly string[]>> = byName({
  "torch.nn": words(`
    AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveLogSoftmaxWithLoss AdaptiveMaxPool1d AdaptiveMaxPool2d AlphaDropout
    AvgPool1d AvgPool3d BatchNorm1d BatchNorm2d BatchNorm3d Bilinear CTCLoss Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d
    ConvTranspose3d DataParallel Dropout1d Dropout2d Dropout3d Embedding EmbeddingBag Fold GRU GRUCell GroupNorm InstanceNorm1d
    InstanceNorm2d InstanceNorm3d LSTM LSTMCell LazyLinear LocalResponseNorm MaxPool1d MaxPool3d MultiheadAttention PReLU PixelShuffle
    RNN RNNCell RReLU Softmax2d SyncBatchNorm Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder
    TransformerEncoderLayer Unflatten Unfold Upsample UpsamplingBilinear2d UpsamplingNearest2d`),
  "torch.nn.functional": words(`
    adaptive_avg_pool1d adaptive_avg_pool2d adaptive_max_pool1d adaptive_max_pool2d affine_grid alpha_dropout avg_pool3d batch_norm
    bilinear conv3d conv_transpose1d conv_transpose2d ctc_loss dropout1d dropout2d dropout3d embedding_bag fold grid_sample group_norm
    gumbel_softmax instance_norm interpolate local_response_norm max_pool1d max_pool3d pdist pixel_shuffle rrelu
    triplet_margin_with_distance_loss unfold upsample`),
  torch: words(`
    addbmm addr aminmax angle argwhere as_strided block_diag chain_matmul column_stack complex
    conj cumulative_trapezoid diagflat dstack eig fliplr flipud float_power gradient hann_window histogram i0 igamma imag
    index_copy index_reduce isin istft lcm ldexp lstsq lu matrix_rank mvlgamma pdist
    polar polygamma real renorm rot90 scatter_reduce sinc solve stft symeig tensor_split
    trapezoid trapz tril_indices triu_indices unique_consecutive vander vdot view_as_complex view_as_real iinfo uint8
    int8 int16 short half float16 bfloat16 complex64 complex128 sparse_coo_tensor save load`),
  "torch.linalg": words("eig eigvals lu lu_factor lu_solve ldl_factor householder_product tensorinv tensorsolve"),
  "torch.special": words(
    "entr erfcx gammainc gammaincc gammaln i0 i0e i1 i1e log_ndtr multigammaln ndtr ndtri polygamma psi sinc xlog1py zeta",
  ),
  "torch.optim": words("ASGD Adadelta Adamax LBFGS RAdam Rprop SparseAdam"),
  "torch.optim.lr_scheduler": words(
    "ConstantLR CosineAnnealingWarmRestarts CyclicLR MultiStepLR PolynomialLR ReduceLROnPlateau SequentialLR",
  ),
});

/** Modules of which nothing is here. */
const absentModules: Readonly<Record<string, string>> = byName({
  "torch.utils.data": "the experiment makes the batches; in a script, slice tensors",
  "torch.func": "torch.autograd.functional has jacobian and hessian",
});

const insteads: readonly (readonly [RegExp, string])[] = [
  [/BatchNorm|InstanceNorm|GroupNorm|_norm$/, "normalise by hand, for example (x - x.mean(0)) / x.std(0)"],
  [/Embedding|embedding/, "choose rows of a parameter: weight[labels]"],
  [/^Conv[12]d$/, "F.conv1d and F.conv2d take a weight that you make with nn.Parameter"],
  [
    /Conv|conv|Pool|pool|Upsample|interpolate|RNN|LSTM|GRU|Transformer|Attention/,
    "the loss is what is designed here: leave the network out",
  ],
  [
    /det$|inv|solve|svd|eig|cholesky|qr|lu$|pinv|matrix_/,
    "matrices of a fixed small size can be written out with products",
  ],
  [/half|float16|bfloat16|int8|int16|uint8|short/, "there are float32, float64, int32, int64 and bool"],
  [/complex|real|imag|angle|stft|polar|conj/, "there are no complex numbers: use sine and cosine parts"],
  [/LR|Plateau/, "LambdaLR takes any function of the epoch"],
  [/^(A|L|N|R|S)[A-Za-z]*(am|GD|FGS|prop|delta|max)$/, "there are SGD, Adam, AdamW, NAdam, RMSprop and Adagrad"],
];

const wayOut = (name: string) =>
  insteads.find(([pattern]) => pattern.test(name))?.[1] ?? "compute it from the functions that the reference lists";

/** What torch, nn and F mean before anything is imported. */
const presets: readonly (readonly [string, string])[] = [
  ["torch", "torch"],
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
];

/** The first use in these statements of something that is not here; null if there is none. The root's imports say what names mean. */
export function unavailableName(root: SyntaxNode, statements: readonly SyntaxNode[]): Refusal | null {
  const known = new Map<string, string>(presets);
  importsOf(root, known);
  for (const statement of statements) {
    const found = usedWithin(statement, known);
    if (found !== null) return found;
  }
  return null;
}

/** Which module or member each imported name stands for. */
function importsOf(node: SyntaxNode, known: Map<string, string>): void {
  if (node.type === "import_statement")
    for (const name of fields(node, "name")) {
      if (name.type === "aliased_import") known.set(field(name, "alias").text, field(name, "name").text);
      else known.set(name.text.split(".")[0], name.text.split(".")[0]);
    }
  else if (node.type === "import_from_statement") {
    const module = field(node, "module_name").text;
    for (const name of fields(node, "name")) {
      const [member, alias] =
        name.type === "aliased_import" ? [field(name, "name").text, field(name, "alias").text] : [name.text, name.text];
      known.set(alias, `${module}.${member}`);
    }
  } else for (const child of parts(node)) importsOf(child, known);
}

function usedWithin(node: SyntaxNode, known: ReadonlyMap<string, string>): Refusal | null {
  if (node.type === "import_statement" || node.type === "import_from_statement") return null;
  const path = pathOf(node, known);
  if (path !== null) {
    const problem = problemWith(path);
    if (problem !== null) return new Refusal(node, problem);
  }
  for (const child of parts(node)) {
    // a.b: the b is no name of its own, and neither is the b of f(b=1).
    const isMember =
      (node.type === "attribute" && child.id === field(node, "attribute").id) ||
      (node.type === "keyword_argument" && child.id === field(node, "name").id);
    const found = isMember ? null : usedWithin(child, known);
    if (found !== null) return found;
  }
  return null;
}

/** torch.nn.functional.relu for F.relu; null for what leads to no module. */
function pathOf(node: SyntaxNode, known: ReadonlyMap<string, string>): string | null {
  if (node.type === "identifier") return known.get(node.text) ?? null;
  if (node.type !== "attribute") return null;
  const owner = pathOf(field(node, "object"), known);
  return owner === null ? null : `${owner}.${field(node, "attribute").text}`;
}

function problemWith(path: string): string | null {
  const module = Object.keys(absentModules).find((each) => path.startsWith(`${each}.`) || path === each);
  if (module !== undefined) return `${path} is not available here: ${absentModules[module]}`;
  const at = path.lastIndexOf(".");
  const [owner, name] = [path.slice(0, at), path.slice(at + 1)];
  return unavailable[owner]?.includes(name) === true ? `${path} is not available here: ${wayOut(name)}` : null;
}
