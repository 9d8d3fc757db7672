/** @file What NumPy does not take: tensors that require a gradient, as in PyTorch. */
import { EngineError, type ExceptionType } from "../../../tensor/errors.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { Native } from "./functions.ts";
import { native } from "./native.ts";

const WHERE = "Use torch functions on tensors: they are differentiated.";

export function refuseGraph(name: string, pytorch: string, type: ExceptionType = "RuntimeError"): EngineError {
  return new EngineError({
    type,
    code: "numpy",
    op: name,
    message: `${name}: leaves the graph, and the tensor requires a gradient`,
    hint: WHERE,
    pytorch,
  });
}

export const CANNOT = "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.";

/** NumPy hands these to the tensor's own method, with arguments that it does not know. */
const handedOn: Readonly<Record<string, string>> = {
  mean: "mean() got an unexpected keyword argument 'axis'",
  sum: "sum() got an unexpected keyword argument 'axis'",
  max: "max(): argument 'dim' must be int, not NoneType",
  min: "min(): argument 'dim' must be int, not NoneType",
};

/** They only look at what a tensor is, or ask nothing of it. */
const harmless: ReadonlySet<string> = new Set(["shape", "ndim", "size", "isscalar", "finfo", "iinfo"]);

/** Lists in lists, as far as anyone writes them. */
const DEPTH = 3;

function learns(value: unknown, depth = 0): boolean {
  if (Tensor.isTensor(value)) return value.requires_grad;
  return Array.isArray(value) && depth < DEPTH && value.some((each) => learns(each, depth + 1));
}

/** NumPy's members, its functions refusing what has a gradient to lose. */
export function refusing(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      if (!(member instanceof Native) || harmless.has(name)) return [name, member];
      const guarded = native(member.name, (args, keywords) => {
        const [first] = args;
        const method = Tensor.isTensor(first) ? handedOn[name] : undefined;
        if (args.some((arg) => learns(arg)))
          throw method === undefined ? refuseGraph(name, CANNOT) : refuseGraph(name, method, "TypeError");
        return member.run(args, keywords);
      });
      return [name, guarded];
    }),
  );
}
