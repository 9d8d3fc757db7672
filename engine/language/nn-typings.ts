/** @file Declarations of torch.nn: the modules that hold a function's arguments come from their ops. */
import { catalogue } from "../nn/catalogue.ts";
import type { Param } from "../ops/op.ts";

export function nnTypings(typeOf: (param: Param) => string): string {
  const classes = catalogue.map(({ name, op, inputs }) => {
    const options = op.params
      .map((param) => `${param.name}${"default" in param ? "?" : ""}: ${typeOf(param)}`)
      .join("; ");
    const needed = op.params.some((param) => !("default" in param));
    const constructors =
      options === ""
        ? ""
        : `\n    constructor(options${needed ? "" : "?"}: { ${options} });${positionalOf(op.params, typeOf)}`;
    const takes = ["input: Tensor", "target: Tensor", "other: Tensor"].slice(0, inputs).join(", ");
    return `  /** ${op.doc.summary} \`${op.doc.formula}\` */
  class ${name} extends Module {${constructors}
    forward(${takes}): Tensor;
  }`;
  });
  return `declare namespace nn {
  /** What a loss with a constructor extends: class MyLoss extends nn.Module { forward(predictions, targets) { … } } */
  class Module {
    training: boolean;
    forward(...inputs: any[]): any;
    parameters(): Tensor[];
    named_parameters(): [string, Tensor][];
    train(mode?: boolean): this;
    eval(): this;
  }
  /** A tensor that is trained along with the model: a learned weight of the loss. */
  const Parameter: new (data: Tensor, requires_grad?: boolean) => Tensor;
  /** x Wᵀ + b with PyTorch's initial parameters. */
  class Linear extends Module {
    constructor(in_features: number, out_features: number, bias?: boolean);
    readonly weight: Tensor;
    readonly bias: Tensor | null;
    forward(input: Tensor): Tensor;
  }
  class Sequential extends Module {
    constructor(...layers: Module[]);
    forward(input: Tensor): Tensor;
  }
  class ModuleList extends Module {
    constructor(modules?: readonly Module[]);
    append(module: Module): this;
    readonly length: number;
    [Symbol.iterator](): Iterator<Module>;
  }
  class ParameterList extends Module {
    constructor(parameters?: readonly Tensor[]);
    readonly length: number;
    [Symbol.iterator](): Iterator<Tensor>;
  }
  class Identity extends Module { forward(input: Tensor): Tensor; }
  /** While training, zeros with probability p, the others scaled up. */
  class Dropout extends Module {
    constructor(p?: number);
    forward(input: Tensor): Tensor;
  }
${classes.join("\n")}
  export import functional = F;
}`;
}

/** The first parameter by position, as in nn.LeakyReLU(0.1), if it is a number. */
function positionalOf(params: readonly Param[], typeOf: (param: Param) => string): string {
  const [first] = params;
  if (first === undefined || !["number", "dim", "dims", "shape"].includes(first.kind)) return "";
  return `\n    constructor(${first.name}?: ${typeOf(first)});`;
}
