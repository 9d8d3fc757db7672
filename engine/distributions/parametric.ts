/** @file A distribution that is its parameters: one record each, from which its class is made. */
import { withGradMode } from "../tensor/grad-mode.ts";
import type { Shape } from "../tensor/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { broadcastAll, expanded, named, refused } from "./arguments.ts";
import type { Constraint } from "./constraints.ts";
import { Distribution, type Shapes } from "./distribution.ts";
import { sizeText, textOf } from "./words.ts";

export type Values = Readonly<Record<string, Tensor>>;

export interface Parameter {
  readonly name: string;
  /** What it has to satisfy; a function where that depends on the others. */
  readonly constraint: Constraint | ((values: Values) => Constraint);
  readonly default?: number;
  /** May be left out, without anything in its place. */
  readonly isOptional?: true;
  /** Its last dims belong to one distribution. */
  readonly eventDims?: number;
}

export interface Kind {
  readonly name: string;
  /** One sentence, and the density. */
  readonly summary: string;
  readonly formula: string;
  readonly parameters: readonly Parameter[];
  /** The order in which PyTorch checks and prints them, where it is another. */
  readonly checks?: readonly string[];
  /** Two parameters that say the same: exactly one of them is given, and the other follows. */
  readonly either?: readonly [string, string];
  readonly derive?: (name: string, values: Values) => Tensor;
  /** From what was given, by name, to what is kept: broadcasting by default. */
  readonly prepare?: (given: Readonly<Record<string, unknown>>) => Record<string, Tensor>;
  /** How many dims the shape of the first kept parameter gives to the event. */
  readonly eventRank?: number;
  /** Those dims belong to the parameter alone: a draw is a number. */
  readonly isScalar?: boolean;
  /** The parameters whose shape tells, where that is not the first. */
  readonly shapedBy?: readonly string[];
  /** PyTorch prints those that it keeps as attributes of their own. */
  readonly printed?: readonly string[];
  /** What it answers for parameters that may not have been given. */
  readonly answers?: Readonly<Record<string, (values: Values) => Tensor>>;
  readonly support: Constraint | ((values: Values) => Constraint);
  readonly logProb: (values: Values, x: Tensor) => Tensor;
  /** What value becomes before it is checked. */
  readonly lift?: (values: Values, x: unknown) => Tensor;
  readonly sample?: (values: Values, shape: Shape) => Tensor;
  readonly rsample?: (values: Values, shape: Shape) => Tensor;
  readonly entropy?: (values: Values) => Tensor;
  readonly cdf?: (values: Values, x: Tensor) => Tensor;
  readonly icdf?: (values: Values, x: Tensor) => Tensor;
  readonly mean?: (values: Values) => Tensor;
  readonly mode?: (values: Values) => Tensor;
  readonly variance?: (values: Values) => Tensor;
  readonly stddev?: (values: Values) => Tensor;
  readonly enumerate?: (values: Values, batch: Shape, expand: boolean) => Tensor;
}

/** What expand hands to a constructor in place of arguments. */
class Prepared {
  constructor(
    readonly values: ReadonlyMap<string, Tensor>,
    readonly shapes: Shapes,
    readonly validates: boolean,
  ) {}
}

/** The parameters that were given, and those that follow from them once they are asked for. */
class Kept {
  readonly values: Values;
  readonly #own: Map<string, Tensor>;

  constructor(kind: Kind, own: Map<string, Tensor>) {
    this.#own = own;
    const names = new Set([...own.keys(), ...(kind.either ?? [])]);
    const values: Record<string, Tensor> = {};
    for (const name of names)
      Object.defineProperty(values, name, { get: () => this.#read(kind, name), enumerable: true });
    this.values = values;
  }

  #read(kind: Kind, name: string): Tensor {
    const known = this.#own.get(name);
    if (known !== undefined) return known;
    if (kind.derive === undefined) throw new Error(`internal: ${kind.name} has no ${name}`);
    const { derive } = kind;
    const derived = withGradMode(true, () => derive(name, this.values));
    this.#own.set(name, derived);
    return derived;
  }

  get own(): ReadonlyMap<string, Tensor> {
    return this.#own;
  }
}

const known = new WeakMap<Distribution, Values>();

/** Notes the parameters of a distribution that has any. */
export function note(distribution: Distribution, values: Values): void {
  known.set(distribution, values);
}

/** Its parameters, for whoever computes with two distributions. */
export const valuesOf = (distribution: Distribution): Values => known.get(distribution) ?? {};

function shapesOf(kind: Kind, values: ReadonlyMap<string, Tensor>): Shapes {
  const { parameters, eventRank = 0, isScalar = false, shapedBy = parameters.map(({ name }) => name) } = kind;
  const shape = shapedBy.map((name) => values.get(name)).find((value) => value !== undefined)?.shape ?? [];
  const cut = shape.length - eventRank;
  return { batch: shape.slice(0, cut), event: isScalar ? [] : shape.slice(cut) };
}

function broadcastGiven({ name, parameters }: Kind, given: Readonly<Record<string, unknown>>): Record<string, Tensor> {
  const names = parameters.map((parameter) => parameter.name).filter((each) => given[each] !== undefined);
  const tensors = broadcastAll(
    name,
    names.map((each) => given[each]),
  );
  return Object.fromEntries(names.map((each, i) => [each, tensors[i]]));
}

export function isValidated(given: Readonly<Record<string, unknown>>): boolean | null {
  const { validate_args: validates } = given;
  return typeof validates === "boolean" ? validates : null;
}

export class Parametric extends Distribution {
  readonly #kind: Kind;
  readonly #kept: Kept;

  constructor(kind: Kind, args: readonly unknown[]) {
    const prepared = args[0] instanceof Prepared ? args[0] : Parametric.#prepare(kind, args);
    super(prepared.shapes, prepared.validates);
    this.#kind = kind;
    this.#kept = new Kept(kind, new Map(prepared.values));
    note(this, this.#kept.values);
    if (this.validates && !(args[0] instanceof Prepared)) this.#check();
  }

  static #prepare(
    kind: Kind,
    args: readonly unknown[],
  ): {
    readonly values: ReadonlyMap<string, Tensor>;
    readonly shapes: Shapes;
    readonly validates: boolean | null;
  } {
    const { name, parameters, either } = kind;
    const names = [...parameters.map((parameter) => parameter.name), "validate_args"];
    const required = parameters
      .filter(({ name: each, default: otherwise, isOptional }) => {
        return otherwise === undefined && isOptional === undefined && either?.includes(each) !== true;
      })
      .map((parameter) => parameter.name);
    const given = named(name, names, required, args);
    for (const key of Object.keys(given)) if (given[key] === null) given[key] = undefined;
    for (const parameter of parameters)
      if (parameter.default !== undefined) given[parameter.name] ??= parameter.default;
    if (either !== undefined && (given[either[0]] === undefined) === (given[either[1]] === undefined))
      throw refused(
        name,
        `takes ${either[0]} or ${either[1]}, and not both`,
        "Either `probs` or `logits` must be specified, but not both.",
      );
    const values = new Map(Object.entries(kind.prepare?.(given) ?? broadcastGiven(kind, given)));
    return { values, shapes: shapesOf(kind, values), validates: isValidated(given) };
  }

  #check(): void {
    const { parameters, checks } = this.#kind;
    for (const name of checks ?? parameters.map((parameter) => parameter.name)) {
      const parameter = parameters.find((each) => each.name === name);
      const value = this.#kept.own.get(name);
      if (value === undefined || parameter === undefined) continue;
      const { constraint } = parameter;
      this.checkParameter(name, value, typeof constraint === "function" ? constraint(this.#kept.values) : constraint);
    }
  }

  get #values(): Values {
    return this.#kept.values;
  }

  override get has_rsample(): boolean {
    return this.#kind.rsample !== undefined;
  }

  override get has_enumerate_support(): boolean {
    return this.#kind.enumerate !== undefined;
  }

  override get support(): Constraint {
    const { support } = this.#kind;
    return typeof support === "function" ? support(this.#values) : support;
  }

  override get mean(): Tensor {
    return this.#kind.mean?.(this.#values) ?? super.mean;
  }

  override get mode(): Tensor {
    return this.#kind.mode?.(this.#values) ?? super.mode;
  }

  override get variance(): Tensor {
    return this.#kind.variance?.(this.#values) ?? super.variance;
  }

  override get stddev(): Tensor {
    return this.#kind.stddev?.(this.#values) ?? super.stddev;
  }

  override sample(...args: readonly unknown[]): Tensor {
    const { sample } = this.#kind;
    if (sample === undefined) return super.sample(...args);
    return withGradMode(false, () => sample(this.#values, this.extended(args)));
  }

  override rsample(...args: readonly unknown[]): Tensor {
    return this.#kind.rsample?.(this.#values, this.extended(args)) ?? super.rsample(...args);
  }

  log_prob(value: Tensor): Tensor {
    const lifted = this.#kind.lift?.(this.#values, value) ?? value;
    this.checkValue(lifted);
    return this.#kind.logProb(this.#values, lifted);
  }

  override cdf(value: Tensor): Tensor {
    const { cdf } = this.#kind;
    if (cdf === undefined) return super.cdf(value);
    this.checkValue(value);
    return cdf(this.#values, value);
  }

  override icdf(value: Tensor): Tensor {
    return this.#kind.icdf?.(this.#values, value) ?? super.icdf(value);
  }

  override entropy(): Tensor {
    return this.#kind.entropy?.(this.#values) ?? super.entropy();
  }

  override enumerate_support(expand: boolean | { readonly expand: boolean } = true): Tensor {
    const isExpanded = typeof expand === "boolean" ? expand : expand.expand;
    return this.#kind.enumerate?.(this.#values, this.batch_shape, isExpanded) ?? super.enumerate_support(expand);
  }

  expand(batchShape: Shape): Distribution {
    const { parameters } = this.#kind;
    const batch = batchShape.map(Number);
    const values = new Map<string, Tensor>();
    for (const [name, value] of this.#kept.own) {
      const dims = parameters.find((parameter) => parameter.name === name)?.eventDims ?? 0;
      values.set(name, expanded(value, [...batch, ...value.shape.slice(value.shape.length - dims)]));
    }
    const prepared = new Prepared(values, { batch, event: this.event_shape }, this.validates);
    const again: unknown = Reflect.construct(this.constructor, [prepared]);
    if (!(again instanceof Distribution)) throw new Error("internal: expand made no distribution");
    return again;
  }

  override toString(): string {
    const { parameters, checks, printed } = this.#kind;
    const shown = printed ?? checks ?? parameters.map((parameter) => parameter.name);
    const parts = shown.flatMap((each) => {
      const value = this.#kept.own.get(each);
      if (value === undefined) return [];
      return [`${each}: ${value.shape.every((size) => size === 1) ? textOf(value) : sizeText(value.shape)}`];
    });
    return `${this.title}(${parts.join(", ")})`;
  }
}

/** What is said of a distribution in the typings. */
export type Documented = Pick<Kind, "name" | "summary" | "formula" | "parameters" | "either">;

/** Every distribution that a record makes. */
export const catalogue: Documented[] = [];

export type ParametricClass = new (...args: unknown[]) => Parametric;

/** The class of a kind, with its parameters as attributes. */
export function classOf(kind: Kind): ParametricClass {
  catalogue.push(kind);
  const made = class extends Parametric {
    constructor(...args: unknown[]) {
      super(kind, args);
    }
  };
  Object.defineProperty(made, "name", { value: kind.name });
  for (const name of new Set([...kind.parameters.map((parameter) => parameter.name), ...(kind.either ?? [])]))
    Object.defineProperty(made.prototype, name, {
      get(this: Parametric) {
        return kind.answers?.[name]?.(valuesOf(this)) ?? valuesOf(this)[name];
      },
    });
  return made;
}
