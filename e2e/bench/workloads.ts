/** @file What every implementation is given: the same tasks, initial parameters and data, from one seeded generator. */

/** The last is of class labels, all others of one number. */
export type LossName = "weighted" | "absolute" | "cross-entropy";

/** An MLP 1-w-w-1 with tanh, of class labels 2-w-w-3, trained on its full batch. */
export interface Training {
  readonly kind: "training";
  readonly loss: LossName;
  readonly optimizer: "Adam" | "SGD";
  readonly lr: number;
  readonly width: number;
  readonly batch: number;
  /** The k of d² exp(-k |d|). Another k is a loss that nobody has seen before. */
  readonly sharpness: number;
}

/** The weighted loss alone: its value, and its gradient with respect to n predictions. */
export interface LossAlone {
  readonly kind: "loss";
  readonly n: number;
}

/** The gradient of each sample's squared error with respect to every parameter of the MLP: [batch, parameters]. */
export interface PerSample {
  readonly kind: "per-sample";
  readonly width: number;
  readonly batch: number;
}

/** A loss typed just now, until its first training step is done. */
export interface Typed {
  readonly kind: "typed";
}

export type Workload = Training | LossAlone | PerSample | Typed;

/**
 * The learning rate is 0.01, and less where the network is wider than 32: there 0.01 makes training chaotic (at 256 two implementations
 * that differ in the last bit have nothing in common after 15 steps), and losses could not be compared.
 */
export function training(width: number, batch: number, change: Partial<Training> = {}): Training {
  const lr = Math.min(0.01, 0.32 / width);
  return { kind: "training", loss: "weighted", optimizer: "Adam", lr, width, batch, sharpness: 1, ...change };
}

/** Mulberry32: numbers from 0 to 1, the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function uniform(random: () => number, length: number, bound: number): Float32Array {
  return Float32Array.from({ length }, () => (2 * random() - 1) * bound);
}

export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs, inputs], row by row: PyTorch's layout. */
  readonly weight: Float32Array;
  /** [inputs, outputs]: JAX's and TensorFlow's. */
  readonly weightTransposed: Float32Array;
  readonly bias: Float32Array;
}

/** Made once: a job that is prepared anew should not be timed for making its numbers. */
function remembered<T>(make: (size: number, loss: LossName) => T): (size: number, loss: LossName) => T {
  const made = new Map<string, T>();
  return (size, loss) => {
    const key = `${size} ${loss}`;
    const known = made.get(key) ?? make(size, loss);
    made.set(key, known);
    return known;
  };
}

export const CLASSES = 3;

/** What goes into the network, and what comes out of it. */
export const ends = (loss: LossName): readonly [inputs: number, outputs: number] =>
  loss === "cross-entropy" ? [2, CLASSES] : [1, 1];

/** The MLP, uniform within ±1/√inputs, as torch.nn.Linear begins. */
export const layersOf = remembered((width, loss): readonly Layer[] => {
  const random = generator(width);
  const [first, last] = ends(loss);
  const sizes = [first, width, width, last];
  return sizes.slice(1).map((outputs, i) => {
    const inputs = sizes[i];
    const bound = 1 / Math.sqrt(inputs);
    const weight = uniform(random, inputs * outputs, bound);
    const weightTransposed = Float32Array.from(
      weight,
      (_, at) => weight[(at % outputs) * inputs + Math.floor(at / outputs)],
    );
    return { inputs, outputs, weight, weightTransposed, bias: uniform(random, outputs, bound) };
  });
});

/** A noisy sine: x and y of so many samples. Of class labels: two inputs a row, and which third of the circle they lie in. */
export const samples = remembered((length, loss): { readonly x: Float32Array; readonly y: Float32Array } => {
  const random = generator(length);
  if (loss === "cross-entropy") {
    const plane = uniform(random, 2 * length, 1);
    const third = (i: number) => (Math.atan2(plane[2 * i + 1], plane[2 * i]) / Math.PI + 1) * (CLASSES / 2);
    const y = Float32Array.from({ length }, (_, i) => Math.min(CLASSES - 1, Math.floor(third(i))));
    return { x: plane, y };
  }
  const x = uniform(random, length, 1);
  return { x, y: Float32Array.from(x, (value) => Math.sin(3 * value) + 0.2 * (random() - 0.5)) };
});

export function predictionsAndTargets(length: number): { readonly p: Float32Array; readonly t: Float32Array } {
  const random = generator(length);
  return { p: uniform(random, length, 2), t: uniform(random, length, 2) };
}
