/** @file What a lane makes of a loss with several components, in PyTorch. */
import { aggregators } from "../../engine/vector/aggregators.ts";
import { parametersOf, type VectorHandling } from "../../engine/vector/handling.ts";
import type { Aggregator } from "../../engine/vector/records/aggregator.ts";
import { type AggregatorInPython, aggregatorsInPython } from "./aggregators-py.ts";
import { number, numberList } from "./python-text.ts";

export interface HandlingInPython {
  readonly imports: string;
  /** Functions that `backward` needs. */
  readonly definitions: string;
  /** Lines that turn `loss` into gradients, at the indentation of a function. */
  readonly backward: string;
  /** What is minimised, as a number: an expression of `loss`. */
  readonly value: string;
  /** Whether `loss` has to be one tensor of all components first. */
  readonly flattens: boolean;
  /** Whether `backward` asks for the pass through the data. */
  readonly takesEpoch: boolean;
  /** Why the run is not the same to the last digits; null where it is. */
  readonly departure: string | null;
}

const gradients = `def jacobian(loss):
    """The gradient of every component, a row each."""
    parameters = list(model.parameters())
    rows = []
    for component in loss.reshape(-1):
        found = torch.autograd.grad(component, parameters, retain_graph=True, allow_unused=True)
        rows.append(
            torch.cat([torch.zeros(p.numel()) if g is None else g.reshape(-1) for g, p in zip(found, parameters)])
        )
    matrix = torch.stack(rows)
    if WORLD > 1:
        dist.all_reduce(matrix)  # each process has its share of the predictions' part, times WORLD
        matrix /= WORLD
    return matrix.double()


`;

const scatter = `def scatter(chosen):
    """A direction as gradients: the optimiser then goes against it."""
    start = 0
    for parameter in model.parameters():
        parameter.grad = chosen[start : start + parameter.numel()].reshape(parameter.shape).to(parameter.dtype)
        start += parameter.numel()


`;

const plain = { imports: "", definitions: "", departure: null, takesEpoch: false } as const;

export function handlingInPython(handling: VectorHandling): HandlingInPython {
  switch (handling.kind) {
    case "refuse":
      return { ...plain, backward: "loss.backward()\n", value: "loss.item()", flattens: false };
    case "sum":
      return {
        ...plain,
        backward: "loss.backward(torch.ones_like(loss))\n",
        value: "loss.sum().item()",
        flattens: true,
      };
    case "mean":
      return {
        ...plain,
        backward: "loss.backward(torch.full_like(loss, 1 / loss.numel()))\n",
        value: "loss.mean().item()",
        flattens: true,
      };
    case "weights":
      return {
        ...plain,
        definitions: `COMPONENT_WEIGHTS = torch.tensor(${numberList(handling.weights)}, dtype=torch.float32)\n\n\n`,
        backward: "loss.backward(COMPONENT_WEIGHTS.reshape(loss.shape))\n",
        value: "loss.item() if loss.numel() == 1 else (loss * COMPONENT_WEIGHTS.reshape(loss.shape)).sum().item()",
        flattens: true,
      };
    case "aggregator":
      return aggregated(handling);
  }
}

type Aggregated = Extract<VectorHandling, { readonly kind: "aggregator" }>;

function aggregated(handling: Aggregated): HandlingInPython {
  const { name } = handling;
  const known = aggregatorsInPython[name];
  const written = writtenParameters(handling);
  const shared = { value: "loss.mean().item()", flattens: true } as const;
  const alone = "if loss.numel() == 1:\n    loss.backward()\n";
  if (known.kind === "scalarized") {
    const takesEpoch = name === "DWA";
    return {
      ...plain,
      ...shared,
      takesEpoch,
      definitions: `${codeOf(known, written)}\n\n`,
      backward: `${alone}else:\n    scalarized(loss.reshape(-1)${takesEpoch ? ", epoch" : ""}).backward()\n`,
    };
  }
  if (known.kind === "weights") {
    return {
      ...plain,
      ...shared,
      definitions: `${gradients}${codeOf(known, written)}\n\n`,
      backward: `${alone}else:
    rows = jacobian(loss)
    loss.backward(weights(rows @ rows.T).to(loss.dtype).reshape(loss.shape))
`,
    };
  }
  const call = known.kind === "direction" ? "direction" : "aggregate";
  const given = Object.entries(written).map(([own, value]) => `${own}=${value}`);
  return {
    ...shared,
    takesEpoch: false,
    imports: known.kind === "torchjd" ? "from torchjd import aggregation\n" : "",
    definitions: `${gradients}${scatter}${
      known.kind === "direction"
        ? `${codeOf(known, written)}\n\n`
        : `# ${name} is not written out here: ${known.reason}.\naggregate = aggregation.${name}(${given.join(", ")})\n\n\n`
    }`,
    backward: `${alone}else:
    chosen = ${call}(jacobian(loss))
    # What the loss learns itself follows the mean.
    loss.backward(torch.full_like(loss, 1 / loss.numel()))
    scatter(chosen)
`,
    departure:
      known.kind === "torchjd"
        ? `${aggregators[name].title} is TorchJD's here (pip install ${known.install}), because ${known.reason}: the curve resembles Losslab's, and is not the same.`
        : null,
  };
}

type WrittenOut = Exclude<AggregatorInPython, { kind: "torchjd" }>;

const codeOf = ({ code }: WrittenOut, written: Readonly<Record<string, string>>): string =>
  typeof code === "string" ? code : code(written);

/** As Python writes them: whole numbers whole, and words as such. */
function writtenParameters(handling: Aggregated): Readonly<Record<string, string>> {
  const values = parametersOf(handling);
  const known: Aggregator["parameters"] = aggregators[handling.name].parameters;
  return Object.fromEntries(
    known.map(({ name, isInteger, choices }) => {
      const value = values[name] ?? 0;
      if (choices !== undefined) return [name, `"${choices[value] ?? ""}"`];
      return [name, isInteger === true ? String(value) : number(value)];
    }),
  );
}
