/** @file Modules with parameters that networks beside a loss are made of: transposed convolutions, volumes, recurrent layers, attention. */
import { Linear } from "../../../../nn/layers.ts";
import type { Module } from "../../../../nn/module.ts";
import { parameter } from "../../../../nn/module.ts";
import { drawn, filled, keeping, named, numbersOf, spread } from "../../../../nn/parametric.ts";
import { linear, matmul } from "../../../../ops/blas/linear-algebra.ts";
import { relu } from "../../../../ops/functional/activations.ts";
import { softmax } from "../../../../ops/functional/softmax.ts";
import { masked_fill } from "../../../../ops/indexing/masking.ts";
import { reshape, squeeze, transpose, unsqueeze } from "../../../../ops/indexing/movement.ts";
import { cat, narrow, select, stack } from "../../../../ops/indexing/slices.ts";
import { chunk } from "../../../../ops/indexing/splitting.ts";
import { label } from "../../../../ops/node-name.ts";
import { add, mul, sub } from "../../../../ops/pointwise/arithmetic.ts";
import { sigmoid } from "../../../../ops/pointwise/sigmoid.ts";
import { tanh } from "../../../../ops/pointwise/trigonometry.ts";
import { mean } from "../../../../ops/reduction/reduction.ts";
import { defaultGenerator } from "../../../../random/generator.ts";
import { dropout } from "../../../../random/ops.ts";
import { Float } from "../../../../tensor/dtype.ts";
import { numelOf, type Shape } from "../../../../tensor/shape.ts";
import { Tensor } from "../../../../tensor/tensor.ts";
import { valueError } from "../exceptions.ts";
import type { Native } from "../functions.ts";
import { Tuple } from "../sequences.ts";

const uniform = (shape: Shape, bound: number) =>
  parameter(drawn(shape, (data) => defaultGenerator.uniform(data, -bound, bound)));

const functionIn = (all: readonly (readonly [string, Native])[], name: string): Native => {
  const found = all.find(([each]) => each === name);
  if (found === undefined) throw new Error(`internal: no ${name}`);
  return found[1];
};

const convParameters = [
  ["in_channels"],
  ["out_channels"],
  ["kernel_size"],
  ["stride", 1],
  ["padding", 0],
  ["dilation", 1],
  ["groups", 1],
  ["bias", true],
  ["padding_mode", "zeros"],
] as const;

const transposedParameters = [
  ["in_channels"],
  ["out_channels"],
  ["kernel_size"],
  ["stride", 1],
  ["padding", 0],
  ["output_padding", 0],
  ["groups", 1],
  ["bias", true],
  ["dilation", 1],
  ["padding_mode", "zeros"],
] as const;

/** Convolutions that are functions of the Python dialect. */
function convolution(name: string, dims: number, isTransposed: boolean, run: Native) {
  return named(
    name,
    class extends keeping(name, isTransposed ? transposedParameters : convParameters) {
      constructor(...args: readonly unknown[]) {
        super(...args);
        const { given } = this;
        for (const key of ["in_channels", "out_channels"]) this.keep(key, given[key]);
        for (const key of ["kernel_size", "stride", "padding", "dilation", ...(isTransposed ? ["output_padding"] : [])])
          this.keep(key, typeof given[key] === "string" ? given[key] : spread(given[key], dims));
        this.keep("groups", given.groups);
        this.keep("padding_mode", given.padding_mode);
        const [from, to, groups] = [this.number("in_channels"), this.number("out_channels"), this.number("groups")];
        const kernel = numbersOf(this.read("kernel_size"));
        const shape = isTransposed ? [from, to / groups, ...kernel] : [to, from / groups, ...kernel];
        const fan = numelOf(shape.slice(1));
        this.keep("weight", uniform(shape, Math.sqrt(3) * (Math.sqrt(2 / 6) / Math.sqrt(fan))));
        this.keep("bias", given.bias === false ? null : uniform([to], 1 / Math.sqrt(fan)));
      }
      override forward(x: Tensor): Tensor {
        const own = (key: string) => this.read(key);
        const result = run.run([x, own("weight"), own("bias")], {
          stride: own("stride"),
          padding: own("padding"),
          dilation: own("dilation"),
          groups: own("groups"),
          ...(isTransposed ? { output_padding: own("output_padding") } : {}),
        });
        if (Tensor.isTensor(result)) return result;
        throw new Error(`internal: ${name} gave no tensor`);
      }
    },
  );
}

const recurrentParameters = [
  ["input_size"],
  ["hidden_size"],
  ["num_layers", 1],
  ["bias", true],
  ["batch_first", false],
  ["dropout", new Float(0)],
  ["bidirectional", false],
] as const;

type State = readonly Tensor[];
type Cell = (input: Tensor, state: State, hidden: Tensor) => State;

const halves = (gates: Tensor, count: number): Tensor[] => [...chunk(gates, count, -1)];

/** One step: the gates of the input are there, those of the state are added. */
const cells = {
  RNN: (gates: Tensor, _state: State, own: Tensor): State => [tanh(add(gates, own))],
  ReLU: (gates: Tensor, _state: State, own: Tensor): State => [relu(add(gates, own))],
  LSTM: (gates: Tensor, state: State, own: Tensor): State => {
    const [i, f, g, o] = halves(add(gates, own), 4);
    const cell = add(mul(sigmoid(f), state[1]), mul(sigmoid(i), tanh(g)));
    return [mul(sigmoid(o), tanh(cell)), cell];
  },
  GRU: (gates: Tensor, state: State, own: Tensor): State => {
    const [[ir, iz, inew], [hr, hz, hnew]] = [halves(gates, 3), halves(own, 3)];
    const [r, z] = [sigmoid(add(ir, hr)), sigmoid(add(iz, hz))];
    const fresh = tanh(add(inew, mul(r, hnew)));
    return [add(fresh, mul(z, sub(state[0], fresh)))];
  },
} as const satisfies Readonly<Record<string, Cell>>;

function recurrent(name: "RNN" | "LSTM" | "GRU", gates: number) {
  const parameters =
    name === "RNN"
      ? [...recurrentParameters.slice(0, 3), ["nonlinearity", "tanh"] as const, ...recurrentParameters.slice(3)]
      : recurrentParameters;
  const states = name === "LSTM" ? 2 : 1;
  return named(
    name,
    class extends keeping(name, parameters) {
      constructor(...args: readonly unknown[]) {
        super(...args);
        for (const [key, value] of Object.entries(this.given)) this.keep(key, value);
        const size = this.number("hidden_size");
        const bound = size > 0 ? 1 / Math.sqrt(size) : 0;
        for (const { suffix, from } of this.places()) {
          this.keep(`weight_ih_${suffix}`, uniform([gates * size, from], bound));
          this.keep(`weight_hh_${suffix}`, uniform([gates * size, size], bound));
          if (this.given.bias === false) continue;
          this.keep(`bias_ih_${suffix}`, uniform([gates * size], bound));
          this.keep(`bias_hh_${suffix}`, uniform([gates * size], bound));
        }
      }
      /** Every layer in each direction. */
      places(): { suffix: string; from: number; isBack: boolean; layer: number }[] {
        const [size, layers] = [this.number("hidden_size"), this.number("num_layers")];
        const ways = this.given.bidirectional === true ? [false, true] : [false];
        return Array.from({ length: layers }, (_, layer) =>
          ways.map((isBack) => ({
            suffix: `l${layer}${isBack ? "_reverse" : ""}`,
            from: layer === 0 ? this.number("input_size") : size * ways.length,
            isBack,
            layer,
          })),
        ).flat();
      }
      /** All steps of a layer in one direction, and where it ends. */
      run(x: Tensor, start: State, suffix: string, isBack: boolean): { readonly outputs: Tensor; readonly end: State } {
        const part = (key: string) => this.tensor(`${key}_${suffix}`);
        const [wi, wh] = [part("weight_ih"), part("weight_hh")];
        if (wi === null || wh === null) throw new Error("internal: a layer without weights");
        const inputs = linear(x, wi, part("bias_ih"));
        const cell: Cell = name === "RNN" && this.read("nonlinearity") === "relu" ? cells.ReLU : cells[name];
        const steps = x.shape[0];
        let state = start;
        const outputs = new Array<Tensor>(steps);
        for (let k = 0; k < steps; k++) {
          const t = isBack ? steps - 1 - k : k;
          state = cell(select(inputs, 0, t), state, linear(state[0], wh, part("bias_hh")));
          outputs[t] = state[0];
        }
        return { outputs: stack(outputs), end: state };
      }
      override forward(given: Tensor, initial: unknown = null): unknown {
        const isAlone = given.shape.length === 2;
        const isBatchFirst = this.given.batch_first === true;
        const whole = isAlone ? unsqueeze(given, 1) : isBatchFirst ? transpose(given, 0, 1) : given;
        const batch = whole.shape[1];
        const places = this.places();
        const zeros = Tensor.zeros([places.length, batch, this.number("hidden_size")], given.dtype);
        const known = (Array.isArray(initial) ? initial : [initial]).filter(Tensor.isTensor);
        const starts = Array.from({ length: states }, (_, i) =>
          known[i] === undefined ? zeros : isAlone ? unsqueeze(known[i], 1) : known[i],
        );
        const ends: Tensor[][] = Array.from({ length: states }, () => []);
        let x = whole;
        for (let layer = 0; layer < this.number("num_layers"); layer++) {
          const own = places.map((place, at) => ({ ...place, at })).filter((place) => place.layer === layer);
          const parts = own.map(({ suffix, isBack, at }) => {
            const { outputs, end } = this.run(
              x,
              starts.map((start) => select(start, 0, at)),
              suffix,
              isBack,
            );
            end.forEach((each, i) => {
              ends[i].push(each);
            });
            return outputs;
          });
          x = parts.length === 1 ? parts[0] : cat(parts, -1);
          const p = this.number("dropout");
          if (p > 0 && this.training && layer < this.number("num_layers") - 1) x = dropout(x, p);
        }
        const output = isAlone ? squeeze(x, 1) : isBatchFirst ? transpose(x, 0, 1) : x;
        const finals = ends.map((each) => (isAlone ? squeeze(stack(each), 1) : stack(each)));
        const state = states === 1 ? finals[0] : Tuple.make(finals);
        return Tuple.make([output, state]);
      }
    },
  );
}

const attentionParameters = [
  ["embed_dim"],
  ["num_heads"],
  ["dropout", new Float(0)],
  ["bias", true],
  ["add_bias_kv", false],
  ["add_zero_attn", false],
  ["kdim", null],
  ["vdim", null],
  ["batch_first", false],
] as const;

export const MultiheadAttention = named(
  "MultiheadAttention",
  class extends keeping("MultiheadAttention", attentionParameters) {
    constructor(...args: readonly unknown[]) {
      super(...args);
      const { given } = this;
      if ((given.kdim ?? null) !== null || (given.vdim ?? null) !== null || given.add_bias_kv === true)
        throw valueError(
          "MultiheadAttention: keys and values have the size of queries here, without biases of their own",
        );
      const size = Number(given.embed_dim);
      this.keep("embed_dim", size);
      this.keep("num_heads", given.num_heads);
      this.keep("head_dim", size / Number(given.num_heads));
      this.keep("dropout", given.dropout);
      this.keep("batch_first", given.batch_first);
      const out = new Linear(size, size, given.bias !== false);
      this.keep("in_proj_weight", uniform([3 * size, size], Math.sqrt(6 / (4 * size))));
      this.keep("in_proj_bias", given.bias === false ? null : parameter(filled([3 * size], 0)));
      if (Tensor.isTensor(out.bias)) Object.assign(out, { bias: parameter(filled([size], 0)) });
      this.keep("out_proj", out);
    }
    override forward(query: Tensor, key: Tensor = query, value: Tensor = key, ...rest: readonly unknown[]): unknown {
      const [size, heads] = [this.number("embed_dim"), this.number("num_heads")];
      const [padding = null, wantsWeights = true, mask = null, averages = true] = rest;
      const isAlone = query.shape.length === 2;
      const isFirst = this.given.batch_first === true;
      // [n, length, size] for all.
      const placed = (x: Tensor) => (isAlone ? unsqueeze(x, 0) : isFirst ? x : transpose(x, 0, 1));
      const weight = this.tensor("in_proj_weight");
      const bias = this.tensor("in_proj_bias");
      if (weight === null) throw new Error("internal: attention without weights");
      const split = [query, key, value].map((x, i) => {
        const own = linear(
          placed(x),
          narrow(weight, 0, i * size, size),
          bias === null ? null : narrow(bias, 0, i * size, size),
        );
        const [n, length] = own.shape;
        return transpose(reshape(own, [n, length, heads, size / heads]), 1, 2);
      });
      const [q, k, v] = split;
      const scores = matmul(mul(q, Math.sqrt(heads / size)), transpose(k, -2, -1));
      const masked = (given: unknown, shape: (x: Tensor) => Tensor, from: Tensor): Tensor => {
        if (!Tensor.isTensor(given)) return from;
        const own = shape(given);
        return own.dtype === "bool" ? masked_fill(from, own, Number.NEGATIVE_INFINITY) : add(from, own);
      };
      const seen = masked(
        padding,
        (x) => unsqueeze(unsqueeze(x, 1), 1),
        masked(mask, (x) => (x.shape.length === 3 ? reshape(x, [-1, heads, x.shape[1], x.shape[2]]) : x), scores),
      );
      const p = this.number("dropout");
      const all = softmax(seen, -1);
      const weights = p > 0 && this.training ? dropout(all, p) : all;
      const mixed = matmul(weights, v);
      const [n, , length] = mixed.shape;
      const out = this.read("out_proj");
      if (!(out instanceof Linear)) throw new Error("internal: attention without out_proj");
      const projected = out.forward(reshape(transpose(mixed, 1, 2), [n, length, size]));
      const output = isAlone ? squeeze(projected, 0) : isFirst ? projected : transpose(projected, 0, 1);
      const shown = averages === false ? weights : mean(weights, 1);
      if (averages !== false) label(shown, "MeanBackward1");
      const said = wantsWeights === false ? null : isAlone ? squeeze(shown, 0) : shown;
      return Tuple.make([output, said]);
    }
  },
);

export const networkModules = (
  volumes: readonly (readonly [string, Native])[],
): Readonly<Record<string, new (...args: readonly unknown[]) => Module>> => ({
  Conv3d: convolution("Conv3d", 3, false, functionIn(volumes, "conv3d")),
  ConvTranspose1d: convolution("ConvTranspose1d", 1, true, functionIn(volumes, "conv_transpose1d")),
  ConvTranspose2d: convolution("ConvTranspose2d", 2, true, functionIn(volumes, "conv_transpose2d")),
  RNN: recurrent("RNN", 1),
  LSTM: recurrent("LSTM", 4),
  GRU: recurrent("GRU", 3),
  MultiheadAttention,
});
