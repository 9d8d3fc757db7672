/** @file torch.nn.utils.spectral_norm and weight_norm: a module's weight made anew at each forward from what is trained. */
import { buffersIn, Module, parameter, registerBuffer } from "../../../../nn/module.ts";
import { dot } from "../../../../ops/blas/linear-algebra.ts";
import { mv } from "../../../../ops/blas/products.ts";
import { clone, detach } from "../../../../ops/convert.ts";
import { permute, reshape, transpose } from "../../../../ops/indexing/movement.ts";
import { div, mul } from "../../../../ops/pointwise/arithmetic.ts";
import { clamp_min } from "../../../../ops/pointwise/clamp.ts";
import { norm } from "../../../../ops/reduction/norm.ts";
import { defaultGenerator } from "../../../../random/generator.ts";
import { withGradMode } from "../../../../tensor/grad-mode.ts";
import { numelOf } from "../../../../tensor/shape.ts";
import { dataOf, Tensor } from "../../../../tensor/tensor.ts";
import { typeError } from "../exceptions.ts";
import type { Keywords } from "../functions.ts";
import { Native } from "../functions.ts";

const set = (owner: object, key: string, value: unknown, isShown: boolean): void => {
  Object.defineProperty(owner, key, { value, enumerable: isShown, writable: true, configurable: true });
};

const argument = (
  args: readonly unknown[],
  keywords: Keywords,
  at: number,
  name: string,
  otherwise: unknown,
): unknown => args[at] ?? keywords?.[name] ?? otherwise;

function weightOf(module: unknown, name: string): { owner: Module; weight: Tensor } {
  const weight: unknown = module instanceof Module ? Reflect.get(module, name) : undefined;
  if (module instanceof Module && Tensor.isTensor(weight)) return { owner: module, weight };
  throw typeError(`this module has no parameter '${name}' to normalise`);
}

/** Before each forward the weight is made; it is no parameter any more. */
function remade(owner: Module, name: string, make: () => Tensor): void {
  Reflect.deleteProperty(owner, name);
  const { forward } = owner;
  set(owner, name, make(), false);
  set(
    owner,
    "forward",
    (...inputs: never[]) => {
      set(owner, name, make(), false);
      return Reflect.apply(forward, owner, inputs);
    },
    false,
  );
}

const unit = (x: Tensor, eps: number): Tensor => div(x, clamp_min(norm(x, 2, 0, true), eps));

function drawnUnit(like: Tensor, size: number, eps: number): Tensor {
  const made = Tensor.zeros([size], like.dtype);
  const data = dataOf(made);
  if (!(data instanceof Uint8Array)) defaultGenerator.normal(data);
  return unit(made, eps);
}

/** Divides a weight by its largest singular value, which power iterations follow. */
function spectralNorm(args: readonly unknown[], keywords: Keywords): Module {
  const name = String(argument(args, keywords, 1, "name", "weight"));
  const rounds = Number(argument(args, keywords, 2, "n_power_iterations", 1));
  const eps = Number(argument(args, keywords, 3, "eps", 1e-12));
  const { owner, weight } = weightOf(args[0] ?? keywords?.module, name);
  const isTransposed = /^ConvTranspose/.test(owner.constructor.name);
  const dim = Number(argument(args, keywords, 4, "dim", isTransposed ? 1 : 0));
  const matrix = (x: Tensor): Tensor => {
    const order = [dim, ...x.shape.map((_, d) => d).filter((d) => d !== dim)];
    const turned = dim === 0 ? x : permute(x, order);
    return reshape(turned, [turned.shape[0], -1]);
  };
  const rows = weight.shape[dim];
  set(owner, `${name}_orig`, parameter(detach(weight)), true);
  const original = (): Tensor => {
    const own: unknown = Reflect.get(owner, `${name}_orig`);
    return Tensor.isTensor(own) ? own : weight;
  };
  const [first, second] = withGradMode(false, () => [
    drawnUnit(weight, rows, eps),
    drawnUnit(weight, numelOf(weight.shape) / rows, eps),
  ]);
  let [u, v] = [first, second];
  const keep = () => {
    for (const [key, value] of [
      [`${name}_u`, u],
      [`${name}_v`, v],
    ] as const) {
      set(owner, key, value, true);
      if (!buffersIn(owner).includes(key)) registerBuffer(owner, key);
    }
  };
  keep();
  let isMade = false;
  remade(owner, name, () => {
    // As it was given, until the first forward.
    if (!isMade) {
      isMade = true;
      return detach(weight);
    }
    const flat = matrix(original());
    if (owner.training)
      withGradMode(false, () => {
        for (let round = 0; round < rounds; round++) {
          v = unit(mv(transpose(flat, 0, 1), u), eps);
          u = unit(mv(flat, v), eps);
        }
        if (rounds > 0) [u, v] = [clone(u), clone(v)];
        keep();
      });
    return div(original(), dot(u, mv(flat, v)));
  });
  return owner;
}

/** Length and direction of a weight trained apart. */
function weightNorm(args: readonly unknown[], keywords: Keywords): Module {
  const name = String(argument(args, keywords, 1, "name", "weight"));
  const dim = Number(argument(args, keywords, 2, "dim", 0));
  const { owner, weight } = weightOf(args[0] ?? keywords?.module, name);
  const others = weight.shape.map((_, d) => d).filter((d) => d !== dim);
  const sizes = (x: Tensor) => norm(x, 2, others, true);
  set(owner, `${name}_g`, parameter(withGradMode(false, () => sizes(weight))), true);
  set(owner, `${name}_v`, parameter(detach(weight)), true);
  const part = (key: string): Tensor => {
    const own: unknown = Reflect.get(owner, `${name}_${key}`);
    return Tensor.isTensor(own) ? own : weight;
  };
  remade(owner, name, () => mul(part("v"), div(part("g"), sizes(part("v")))));
  return owner;
}

export const weightNorms = {
  spectral_norm: new Native("spectral_norm", spectralNorm),
  weight_norm: new Native("weight_norm", weightNorm),
};
