/** @file torch.autograd.grad and torch.autograd.backward. */
import { backwardFrom, gradientsOf } from "../../../autograd/backward.ts";
import { ComplexTensor } from "../../../ops/complex/complex-tensor.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { exception } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { Tuple } from "./sequences.ts";
import { argument } from "./tensor-attributes.ts";

const list = (value: unknown): Tensor[] =>
  Tensor.isTensor(value)
    ? [value]
    : Array.isArray(value) || value instanceof PyIterator
      ? [...value].filter(Tensor.isTensor)
      : [];

/** torch.autograd.backward: from several tensors at once. */
export function autogradBackward(args: readonly unknown[], keywords: Keywords): null {
  const roots = list(argument(args, keywords, 0, "tensors"));
  const starts = argument(args, keywords, 1, "grad_tensors");
  const retain = argument(args, keywords, 2, "retain_graph");
  const given = Array.isArray(starts) ? [...starts] : [starts];
  backwardFrom(
    roots,
    roots.map((_, i) => (Tensor.isTensor(given[i]) ? given[i] : null)),
    {
      createGraph: argument(args, keywords, 3, "create_graph", false) === true,
      ...(typeof retain === "boolean" ? { retainGraph: retain } : {}),
    },
    keywords?.inputs === undefined || keywords.inputs === null ? null : list(keywords.inputs),
  );
  return null;
}

/** torch.autograd.grad. */
export function autogradGrad(args: readonly unknown[], keywords: Keywords): unknown {
  const given_ = argument(args, keywords, 1, "inputs");
  const wanted: readonly unknown[] = Array.isArray(given_) ? given_ : [given_];
  if (wanted.some(ComplexTensor.isComplex)) return complexGradients(args, keywords, wanted);
  const outputs = list(argument(args, keywords, 0, "outputs"));
  const inputs = list(argument(args, keywords, 1, "inputs"));
  const starts = argument(args, keywords, 2, "grad_outputs");
  const retain = argument(args, keywords, 3, "retain_graph");
  const create = argument(args, keywords, 4, "create_graph", false) === true;
  const given = Tensor.isTensor(starts)
    ? [starts]
    : Array.isArray(starts)
      ? starts.map((start) => (Tensor.isTensor(start) ? start : null))
      : [];
  const found = gradientsOf(
    outputs,
    inputs,
    outputs.map((_, i) => given[i] ?? null),
    { createGraph: create, ...(typeof retain === "boolean" ? { retainGraph: retain } : {}) },
  );
  const allowsUnused = argument(args, keywords, 6, "allow_unused", false) === true;
  if (!allowsUnused && found.includes(null))
    throw exception(
      "RuntimeError",
      `The differentiated Tensor at index ${found.indexOf(null)} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
    );
  return Tuple.make(found);
}

/** Of complex inputs: the gradients of both parts, put together. */
function complexGradients(args: readonly unknown[], keywords: Keywords, inputs: readonly unknown[]): Tuple {
  const parts = inputs.flatMap((each) => (ComplexTensor.isComplex(each) ? [each.real, each.imag] : [each]));
  const [outputs, , ...rest] = args.length > 1 ? args : [args[0] ?? keywords?.outputs, null];
  const { inputs: _inputs, outputs: _outputs, ...named } = keywords ?? {};
  const found = [...(autogradGrad([outputs, parts, ...rest], { ...named, allow_unused: true }) as Tuple)];
  return Tuple.make(
    inputs.map((each) => {
      if (!ComplexTensor.isComplex(each)) return found.shift();
      const [real, imag] = [found.shift(), found.shift()];
      const orZeros = (x: unknown, part: Tensor) => (Tensor.isTensor(x) ? x : Tensor.zeros(part.shape, part.dtype));
      return new ComplexTensor(orZeros(real, each.real), orZeros(imag, each.imag));
    }),
  );
}
