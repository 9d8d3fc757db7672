/** @file The data of a run in Python, split and in standard units as they are here. */
import type { Column, TableDataset, TableKind } from "../../engine/data/dataset.ts";
import { rowCountOf } from "../../engine/data/dataset.ts";
import { sideOf } from "../../engine/data/default-output.ts";
import { labelCount } from "../../engine/data/labels.ts";
import type { Reading, SpreadKind } from "../../engine/data/reading.ts";
import { CONSTANT } from "../../engine/data/split.ts";
import type { Shape } from "../../engine/tensor/shape.ts";
import { areChannels } from "../../engine/train/kinds/masks.ts";
import { numberList, oneLine } from "./python-text.ts";

const comment = ({ name, unit }: Column): string => `# ${oneLine(name)}${unit === "" ? "" : `, in ${oneLine(unit)}`}`;

const listOf = (name: string, columns: readonly Column[]): string =>
  `${name} = [\n${columns.map((column) => `    ${numberList(column.values, "    ")},  ${comment(column)}\n`).join("")}]\n`;

/** A row's pixels as the digits of a number to base 16: each pixel by itself would be a long file. */
function maskList({ targets }: TableDataset): string {
  const rows = Array.from(targets[0]?.values ?? [], (_, row) => {
    const bits = targets.map(({ values }) => (values[row] === 1 ? "1" : "0")).join("");
    return bits.replace(/.{1,4}/g, (four) => Number.parseInt(four.padEnd(4, "0"), 2).toString(16));
  });
  return `# Rows of pixels, four to a digit.\nMASKS = [\n${rows.map((digits) => `    "${digits}",\n`).join("")}]\n`;
}

export function dataText(dataset: TableDataset): string {
  const { inputs, targets } = dataset;
  const [first, ...others] = inputs;
  const ofInputs =
    first !== undefined && others.length === 0
      ? `INPUT = ${numberList(first.values)}  ${comment(first)}\n`
      : listOf("INPUTS", inputs);
  return `${ofInputs}${dataset.kind === "masks" ? maskList(dataset) : listOf("TARGETS", targets)}`;
}

const numbersApart = "y, units = zip(*[standard(torch.tensor(column, dtype=torch.float64)) for column in TARGETS])\n";
const columns = "y = [torch.tensor(column, dtype=torch.float32).unsqueeze(1) for column in TARGETS]\n";
const labels = "y = [torch.tensor(column) for column in TARGETS]\n";

/** `y` for each kind, and `units` where targets have any. `isTogether`: one tensor of all targets. */
const targets: Readonly<Record<TableKind, (isTogether: boolean, dataset: TableDataset, output: Shape) => string>> = {
  numbers: (isTogether) => `${numbersApart}${isTogether ? "y = [torch.cat(y, 1)]\n" : ""}`,
  distribution: () => numbersApart,
  classes: () => labels,
  embeddings: () => labels,
  binary: (isTogether) => `${columns}${isTogether ? "y = [torch.cat(y, 1)]\n" : ""}`,
  survival: () => columns,
  boxes: () => "y = [torch.tensor(TARGETS, dtype=torch.float32).T.contiguous()]\n",
  sequence: () => "y = [measured(TARGETS).unsqueeze(2)]\n",
  masks: (_isTogether, dataset, output) => {
    const pixels = dataset.targets.length;
    const side = sideOf(pixels);
    const [dtype, shape] = areChannels(output) ? ["int64", `${side}, ${side}`] : ["float32", `1, ${side}, ${side}`];
    return `pixels = [[int(bit) for bit in bin(int(row, 16))[2:].zfill(${4 * Math.ceil(pixels / 4)})[:${pixels}]] for row in MASKS]
y = [torch.tensor(pixels, dtype=torch.${dtype}).reshape(-1, ${shape})]
`;
  },
};

/** Rows in the order of time, and one measure for all columns. */
function inOrderText(dataset: TableDataset, cut: number, output: Shape): string {
  return `# The first four fifths are for training; what is forecast there is in no row of validation.
order = torch.arange(len(INPUTS[0]))
training, validation = order[:${cut}], order[${cut + dataset.targets.length - 1}:]
series = torch.tensor(INPUTS, dtype=torch.float64)[:, training]
units = [${dataset.standardize ? "(series.mean(), series.std())" : "(torch.tensor(0.0), torch.tensor(1.0))"}]


def measured(columns):
    """In units of the training rows' mean and standard deviation, those of all columns together."""
    mean, scale = units[0]
    return ((torch.tensor(columns, dtype=torch.float64) - mean) / scale).T.float().contiguous()


x = measured(INPUTS)
${targets[dataset.kind](false, dataset, output)}`;
}

/** Whether a target is missing somewhere. */
const lacksTargets = ({ targets }: TableDataset): boolean => targets.some(({ values }) => values.some(Number.isNaN));

export function splitText(dataset: TableDataset, isTogether: boolean, output: Shape): string {
  const { inputs, standardize, kind } = dataset;
  const isAlone = inputs.length === 1;
  const cut = Math.round(rowCountOf(dataset) * 0.8);
  if (kind === "sequence") return inOrderText(dataset, cut, output);
  const scaled = standardize
    ? `def standard(values):
    """In units of the training rows' mean and standard deviation."""
    ${lacksTargets(dataset) ? "known = values[training]\n    known = known[~known.isnan()]  # NaN where a target is missing\n    mean, scale = known.mean(), known.std()" : "mean, scale = values[training].mean(), values[training].std()"}
    if not scale > ${CONSTANT} * abs(mean):
        scale = torch.ones_like(scale)  # all the same
    return ((values - mean) / scale).float().unsqueeze(1), (mean.item(), scale.item())
`
    : `def standard(values):
    """As they are: mean 0, scale 1."""
    return values.float().unsqueeze(1), (0.0, 1.0)
`;
  const x = isAlone
    ? "x, _ = standard(torch.tensor(INPUT, dtype=torch.float64))"
    : "x = torch.cat([standard(torch.tensor(column, dtype=torch.float64))[0] for column in INPUTS], 1)";
  return `# Four fifths of the rows, drawn at random, are for training.
order = torch.randperm(len(${isAlone ? "INPUT" : "INPUTS[0]"}))
training, validation = order[:${cut}], order[${cut}:]


${scaled}

${x}
${targets[kind](isTogether, dataset, output)}`;
}

const history = `def report(history):
    for step in sorted({*range(0, STEPS, max(1, STEPS // 20)), STEPS - 1}):
        print(f"step {step:7d}   loss {history[step]:.7g}")
`;

/** Of mean and spread, in PyTorch's own distributions; `out` is [rows, outputs]. */
const normals: Readonly<Record<SpreadKind, string>> = {
  "log-variance": "torch.distributions.Normal(out[:, 0], (out[:, 1] / 2).exp())",
  "log-std": "torch.distributions.Normal(out[:, 0], out[:, 1].exp())",
  "softplus-std": "torch.distributions.Normal(out[:, 0], nn.functional.softplus(out[:, 1]))",
  mixture: `torch.distributions.MixtureSameFamily(
        torch.distributions.Categorical(logits=out.chunk(3, 1)[0]),
        torch.distributions.Normal(out.chunk(3, 1)[1], out.chunk(3, 1)[2].exp()),
    )`,
};

function spreadWorth(dataset: TableDataset, reading: Reading): string {
  const given = `    with torch.no_grad():
        out = model(x[validation]).double().flatten(1)
    target, scale = y[0][validation].double(), units[0][1]
${lacksTargets(dataset) ? "    out, target = out[~target.isnan().any(1)], target[~target.isnan().any(1)]\n" : ""}`;
  if (reading.kind === "quantiles")
    return `${given}    levels = torch.tensor([${reading.levels.join(", ")}], dtype=torch.float64)
    pinball = torch.max(levels * (target - out), (levels - 1) * (target - out)).mean() * scale
    print(f"validation: pinball {pinball.item():.7g}")
`;
  if (reading.kind === "embedding") return "";
  return `${given}    density = ${normals[reading.kind]}
    nll = -density.log_prob(target[:, 0]).mean() + torch.tensor(scale).log()
    print(f"validation: NLL {nll.item():.7g}")
`;
}

/** What the model is worth on validation. */
const worth: Readonly<Record<TableKind, (dataset: TableDataset, outputs: number, isTogether: boolean) => string>> = {
  numbers: (dataset, outputs, isTogether) => {
    const { targets: columns } = dataset;
    const lacks = lacksTargets(dataset);
    const names = JSON.stringify(columns.map(({ name }) => oneLine(name)));
    if (outputs === 1)
      return `    with torch.no_grad():
        predicted = model(x[validation]).double() * units[0][1] + units[0][0]
    for name, column, (mean, scale) in zip(${names}, y, units):
        residual = predicted - (column[validation].double() * scale + mean)
        ${lacks ? "residual = residual[~residual.isnan()]\n        " : ""}print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")
`;
    return `    with torch.no_grad():
        predicted = model(x[validation]).double().flatten(1)
    for i, (name, (mean, scale)) in enumerate(zip(${names}, units)):
        column = ${isTogether ? "y[0][:, i : i + 1]" : "y[i]"}
        residual = (predicted[:, i : i + 1] - column[validation].double()) * scale
        ${lacks ? "residual = residual[~residual.isnan()]\n        " : ""}print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")
`;
  },
  distribution: (dataset) => (dataset.reading === null ? "" : spreadWorth(dataset, dataset.reading)),
  embeddings: () => `    with torch.no_grad():
        places, labels = model(x[validation]).flatten(1), y[0][validation]
    nearest = torch.cdist(places, places).fill_diagonal_(float("inf")).topk(5, largest=False).indices
    hits = labels[nearest].mode(1).values == labels
    print(f"validation: kNN accuracy {hits.double().mean().item():.7g}")
`,
  masks: () => `    with torch.no_grad():
        out, truth = model(x[validation]), y[0][validation].flatten(1) == 1
    inside = out.argmax(1).flatten(1) > 0 if y[0].dim() == 3 else out.flatten(1) > 0
    both, either = (inside & truth).sum(1).double(), (inside | truth).sum(1).double()
    print(f"validation: IoU {torch.where(either > 0, both / either.clamp(min=1), 1.0).mean().item():.7g}")
`,
  boxes: () => `    with torch.no_grad():
        a, b = model(x[validation]).double().flatten(1), y[0][validation].double()
    sides = (torch.min(a[:, 2:], b[:, 2:]) - torch.max(a[:, :2], b[:, :2])).clamp(min=0)
    both = sides.prod(1)
    either = (a[:, 2:] - a[:, :2]).clamp(min=0).prod(1) + (b[:, 2:] - b[:, :2]).clamp(min=0).prod(1) - both
    print(f"validation: IoU {(both / either).mean().item():.7g}")
`,
  sequence: () => `    with torch.no_grad():
        residual = (model(x[validation]).flatten(1) - y[0][validation].flatten(1)).double() * units[0][1]
    print(f"validation: MAE {residual.abs().mean().item():.7g}, RMSE {(residual**2).mean().sqrt().item():.7g}")
`,
  survival: () => `    with torch.no_grad():
        risk = model(x[validation]).flatten(1)[:, 0]
    time, event = y[0][validation][:, 0], y[1][validation][:, 0]
    known = (time[:, None] < time) | ((time[:, None] == time) & (event == 0))
    known &= event[:, None] == 1
    right = (risk[:, None] > risk).double() + 0.5 * (risk[:, None] == risk).double()
    print(f"validation: concordance {right[known].mean().item():.7g}")
`,
  classes: () => `    with torch.no_grad():
        hits = model(x[validation]).flatten(1).argmax(1) == y[0][validation]
    print(f"validation: accuracy {hits.double().mean().item():.7g}")
`,
  binary: (dataset) =>
    labelCount(dataset) > 0
      ? `    with torch.no_grad():
        taken, truth = model(x[validation]).flatten(1) > 0, torch.cat(y, 1)[validation] > 0.5
    micro = 2 * (taken & truth).sum() / (taken.sum() + truth.sum()).clamp(min=1)
    print(f"validation: micro F1 {micro.item():.7g}, exact match {(taken == truth).all(1).double().mean().item():.7g}")
`
      : `    with torch.no_grad():
        hits = (model(x[validation]).flatten(1)[:, :1] > 0) == (y[0][validation] > 0.5)
    print(f"validation: accuracy {hits.double().mean().item():.7g}")
`,
};

export const reportText = (dataset: TableDataset, outputs: number, isTogether: boolean): string =>
  `${history}${worth[dataset.kind](dataset, outputs, isTogether)}
`;

export const tensorReport = `${history}    print("the first tensor, at the end:", model[0].data)

`;
