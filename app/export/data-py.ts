/** @file The data of a run in Python, split and in standard units as they are here. */
import type { Column, TableDataset, TableKind } from "../../engine/data/dataset.ts";
import { rowCountOf } from "../../engine/data/dataset.ts";
import type { Reading, SpreadKind } from "../../engine/data/reading.ts";
import { CONSTANT } from "../../engine/data/split.ts";
import { numberList, oneLine } from "./python-text.ts";

const comment = ({ name, unit }: Column): string => `# ${oneLine(name)}${unit === "" ? "" : `, in ${oneLine(unit)}`}`;

const listOf = (name: string, columns: readonly Column[]): string =>
  `${name} = [\n${columns.map((column) => `    ${numberList(column.values, "    ")},  ${comment(column)}\n`).join("")}]\n`;

export function dataText({ inputs, targets }: TableDataset): string {
  const [first, ...others] = inputs;
  const ofInputs =
    first !== undefined && others.length === 0
      ? `INPUT = ${numberList(first.values)}  ${comment(first)}\n`
      : listOf("INPUTS", inputs);
  return `${ofInputs}${listOf("TARGETS", targets)}`;
}

const numbersApart = "y, units = zip(*[standard(torch.tensor(column, dtype=torch.float64)) for column in TARGETS])\n";
const labels = "y = [torch.tensor(column) for column in TARGETS]\n";

/** `y` for each kind, and `units` where targets have any. `isTogether`: one tensor of all targets. */
const targets: Readonly<Record<TableKind, (isTogether: boolean) => string>> = {
  numbers: (isTogether) => `${numbersApart}${isTogether ? "y = [torch.cat(y, 1)]\n" : ""}`,
  distribution: () => numbersApart,
  classes: () => labels,
  embeddings: () => labels,
  binary: () => "y = [torch.tensor(column, dtype=torch.float32).unsqueeze(1) for column in TARGETS]\n",
};

export function splitText(dataset: TableDataset, isTogether: boolean): string {
  const { inputs, standardize, kind } = dataset;
  const isAlone = inputs.length === 1;
  const cut = Math.round(rowCountOf(dataset) * 0.8);
  const scaled = standardize
    ? `def standard(values):
    """In units of the training rows' mean and standard deviation."""
    mean, scale = values[training].mean(), values[training].std()
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
${targets[kind](isTogether)}`;
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

function spreadWorth(reading: Reading): string {
  const given = `    with torch.no_grad():
        out = model(x[validation]).double().flatten(1)
    target, scale = y[0][validation].double(), units[0][1]
`;
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
  numbers: ({ targets: columns }, outputs, isTogether) => {
    const names = JSON.stringify(columns.map(({ name }) => oneLine(name)));
    if (outputs === 1)
      return `    with torch.no_grad():
        predicted = model(x[validation]).double() * units[0][1] + units[0][0]
    for name, column, (mean, scale) in zip(${names}, y, units):
        residual = predicted - (column[validation].double() * scale + mean)
        print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")
`;
    return `    with torch.no_grad():
        predicted = model(x[validation]).double().flatten(1)
    for i, (name, (mean, scale)) in enumerate(zip(${names}, units)):
        column = ${isTogether ? "y[0][:, i : i + 1]" : "y[i]"}
        residual = (predicted[:, i : i + 1] - column[validation].double()) * scale
        print(f"validation, {name}: MSE {(residual**2).mean().item():.7g}, MAE {residual.abs().mean().item():.7g}")
`;
  },
  distribution: ({ reading }) => (reading === null ? "" : spreadWorth(reading)),
  embeddings: () => `    with torch.no_grad():
        places, labels = model(x[validation]).flatten(1), y[0][validation]
    nearest = torch.cdist(places, places).fill_diagonal_(float("inf")).topk(5, largest=False).indices
    hits = labels[nearest].mode(1).values == labels
    print(f"validation: kNN accuracy {hits.double().mean().item():.7g}")
`,
  classes: () => `    with torch.no_grad():
        hits = model(x[validation]).flatten(1).argmax(1) == y[0][validation]
    print(f"validation: accuracy {hits.double().mean().item():.7g}")
`,
  binary: () => `    with torch.no_grad():
        hits = (model(x[validation]).flatten(1)[:, :1] > 0) == (y[0][validation] > 0.5)
    print(f"validation: accuracy {hits.double().mean().item():.7g}")
`,
};

export const reportText = (dataset: TableDataset, outputs: number, isTogether: boolean): string =>
  `${history}${worth[dataset.kind](dataset, outputs, isTogether)}
`;

export const tensorReport = `${history}    print("the first tensor, at the end:", model[0].data)

`;
