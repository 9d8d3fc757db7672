/** @file A described tensor, made. The same numbers as PyTorch's from a generator of its own with its seed. */
import { softmax } from "../ops/functional/softmax.ts";
import { Generator } from "../random/generator.ts";
import { allocate, type TypedData } from "../tensor/dtype.ts";
import { withGradMode } from "../tensor/grad-mode.ts";
import { numelOf } from "../tensor/shape.ts";
import { toContiguousData } from "../tensor/storage.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Fill, FillKind, TensorSpec } from "./tensor-spec.ts";

export function tensorOf({ shape, dtype, fill, seed }: TensorSpec): Tensor {
  const data = allocate(dtype, numelOf(shape));
  fillers[fill.kind](data, shape, fill, new Generator(seed));
  return Tensor.of(data, shape, dtype);
}

const uniforms = (count: number, from: Generator): Float32Array => {
  const drawn = new Float32Array(count);
  from.uniform(drawn);
  return drawn;
};

const normals = (count: number, from: Generator): Float32Array => {
  const drawn = new Float32Array(count);
  from.normal(drawn);
  return drawn;
};

type Filler = (data: TypedData, shape: readonly number[], fill: Fill, from: Generator) => void;

const fillers: Readonly<Record<FillKind, Filler>> = {
  normal: (data, _shape, _fill, from) => data.set(normals(data.length, from)),
  uniform: (data, _shape, _fill, from) => data.set(uniforms(data.length, from)),
  integers: (data, _shape, fill, from) => from.integers(data, 0, fill.kind === "integers" ? fill.below : 1),
  "one-hot": (data, shape, _fill, from) => {
    const width = shape.at(-1) ?? 1;
    const places = new Float64Array(data.length / width);
    from.integers(places, 0, width);
    places.forEach((place, row) => {
      data[row * width + place] = 1;
    });
  },
  zeros: (data) => data.fill(0),
  ones: (data) => data.fill(1),
  list: (data, _shape, fill) => {
    const values = fill.kind === "list" ? fill.values : [0];
    for (let i = 0; i < data.length; i++) data[i] = values[i % values.length];
  },
  mask: (data, _shape, fill, from) => {
    const p = Math.fround(fill.kind === "mask" ? fill.p : 0);
    uniforms(data.length, from).forEach((value, i) => {
      data[i] = value < p ? 1 : 0;
    });
  },
  simplex: (data, shape, _fill, from) => {
    const drawn = Tensor.of(normals(data.length, from), shape, "float32");
    data.set(toContiguousData(withGradMode(false, () => softmax(drawn, -1))));
  },
  boxes: (data, _shape, _fill, from) => {
    const drawn = uniforms(data.length, from);
    for (let i = 0; i < data.length; i++) {
      const isSecond = i % 4 > 1;
      const corner = Math.fround((drawn[isSecond ? i - 2 : i] ?? 0) * 0.5);
      const size = Math.fround((drawn[i] ?? 0) * Math.fround(0.4));
      data[i] = isSecond ? Math.fround(corner + Math.fround(0.1)) + size : corner;
    }
  },
};
