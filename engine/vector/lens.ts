/**
 * @file The framework lens: what PyTorch, JAX, TensorFlow and Keras would each do with what a loss returned. The field has not settled:
 * the same vector is refused, summed or averaged. Messages are the frameworks' own first lines, of the versions named here; nothing is in our words.
 * `testdata/vector/record_lens.py` records what they do, and lens.test.ts holds every claim to it. … stands for what was returned.
 */
import { numelOf, type Shape } from "../tensor/shape.ts";

/** What a loss returned, as facts. */
export interface ResultFacts {
  readonly kind: "tensor" | "number" | "tuple" | "list" | "dict" | "none" | "other";
  /** Python's name of the type: `Tensor`, `float`, `int`, `tuple`, `NoneType`, ... */
  readonly type: string;
  /** Of the tensor, or of the tensors inside, in order. A number is of shape []. */
  readonly shapes: readonly Shape[];
  /** Of the tensor, or of the first inside: `float32`, `int64`, `bool`, ... */
  readonly dtype: string;
  /** Whether a gradient leads from it, or from one of those inside, to the predictions. */
  readonly requiresGrad: boolean;
}

export type Framework = "PyTorch" | "JAX" | "TensorFlow" | "Keras";

/** What becomes of several numbers; `none` where there is only one. */
export type Reduction = "none" | "sum" | "mean";

export interface FrameworkVerdict {
  readonly framework: Framework;
  /** Whose words these are. */
  readonly version: string;
  /** What is called on the result, or with the loss. */
  readonly call: string;
  /** Null where it is taken. */
  readonly error: { readonly type: string; readonly message: string } | null;
  /** Null where it is refused, and where no gradient comes out. */
  readonly reduction: Reduction | null;
  /** How many times as long as the mean's the step is; null as for `reduction`, and where there are no elements. */
  readonly factor: number | null;
  /** What comes out: gradients, zeros although nothing depends on the parameters, or None. Null where it is refused. */
  readonly gradient: "flows" | "zero" | "none" | null;
}

export const frameworks: readonly Framework[] = ["PyTorch", "JAX", "TensorFlow", "Keras"];

const verdicts: Readonly<Record<Framework, (facts: ResultFacts) => FrameworkVerdict>> = {
  PyTorch: pytorch,
  JAX: jax,
  TensorFlow: tensorflow,
  Keras: keras,
};

export const lens = (facts: ResultFacts): readonly FrameworkVerdict[] =>
  frameworks.map((framework) => verdicts[framework](facts));

export const elementsOf = ({ shapes }: ResultFacts): number => shapes.reduce((sum, shape) => sum + numelOf(shape), 0);

type Named = Pick<FrameworkVerdict, "framework" | "version" | "call">;

const refused = (named: Named, type: string, message: string): FrameworkVerdict => ({
  ...named,
  error: { type, message },
  reduction: null,
  factor: null,
  gradient: null,
});

/** `n` numbers, reduced so. */
function taken(named: Named, reduction: Reduction, n: number): FrameworkVerdict {
  return { ...named, error: null, reduction, factor: n === 0 ? null : reduction === "sum" ? n : 1, gradient: "flows" };
}

const withoutGradient = (named: Named, gradient: "zero" | "none"): FrameworkVerdict => ({
  ...named,
  error: null,
  reduction: null,
  factor: null,
  gradient,
});

const isFloating = (dtype: string): boolean => dtype.startsWith("float");

/** torch.autograd._make_grads: exactly one element, in any shape. */
function pytorch({ kind, type, shapes, requiresGrad }: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "PyTorch", version: "2.13", call: "loss.backward()" };
  if (kind !== "tensor") return refused(named, "AttributeError", `'${type}' object has no attribute 'backward'`);
  if (!requiresGrad)
    return refused(named, "RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn");
  if (numelOf(shapes[0]) !== 1)
    return refused(named, "RuntimeError", "grad can be implicitly created only for scalar outputs");
  return taken(named, "none", 1);
}

/** jax._src.api._check_scalar, then _check_output_dtype_grad: shape () and nothing else, and a floating dtype. */
function jax({ kind, type, shapes, dtype, requiresGrad }: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "JAX", version: "0.10", call: "jax.grad(loss)" };
  if (kind === "other") {
    // Its two messages quote the class each in its way.
    const shown = type === "str" ? `<class '${type}'>` : `'<class '${type}'>'`;
    return refused(named, "TypeError", `Argument '…' of type ${shown} is not a valid JAX type`);
  }
  const shown = { tuple: "(…)", list: "[…]", dict: "{…}", none: "None" };
  if (kind !== "tensor" && kind !== "number")
    return refused(named, "TypeError", `Gradient only defined for scalar-output functions. Output was ${shown[kind]}.`);
  const [shape] = shapes;
  if (shape.length > 0)
    return refused(
      named,
      "TypeError",
      `Gradient only defined for scalar-output functions. Output had shape: ${pythonShape(shape)}.`,
    );
  if (!isFloating(dtype))
    return refused(
      named,
      "TypeError",
      `grad requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got ${jaxDtype(dtype)}. For differentiation of functions with integer outputs, use jax.vjp directly.`,
    );
  return requiresGrad ? taken(named, "none", 1) : withoutGradient(named, "zero");
}

const pythonShape = (shape: Shape): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`);

/** Without jax_enable_x64 integers have 32 bits. */
const jaxDtype = (dtype: string): string => (dtype === "int64" ? "int32" : dtype);

/** GradientTape.gradient: sums over everything that it is given, nested or not. */
function tensorflow(facts: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "TensorFlow", version: "2.21", call: "tape.gradient(loss, parameters)" };
  if (facts.kind === "none")
    return refused(
      named,
      "TypeError",
      "Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be differentiated, but received None.",
    );
  if (facts.type === "int" || facts.type === "bool")
    return refused(named, "AttributeError", `'${facts.type}' object has no attribute '_id'`);
  if (facts.kind === "number" || facts.kind === "other")
    return refused(named, "TypeError", "Cannot convert the argument `type_value`: … to a TensorFlow DType.");
  if (!facts.requiresGrad) return withoutGradient(named, "none");
  const n = elementsOf(facts);
  return taken(named, n === 1 ? "none" : "sum", n);
}

/**
 * keras.losses.Loss: the mean over all elements (`sum_over_batch_size`), of a tuple or list after stacking it. In fit, which traces a graph of sizes that are
 * known here.
 */
function keras(facts: ResultFacts): FrameworkVerdict {
  const named: Named = {
    framework: "Keras",
    version: "3.15 on TensorFlow",
    call: "model.compile(loss=loss), model.fit(…)",
  };
  const { kind, shapes } = facts;
  if (kind === "none") return refused(named, "ValueError", "None values not supported.");
  if (kind === "dict" || kind === "other") {
    // A range becomes a tensor of numbers, which nothing leads to.
    if (facts.type === "range") return refused(named, "ValueError", "No gradients provided for any variable.");
    const type = kind === "dict" ? "SymbolicTensor" : facts.type;
    return refused(named, "TypeError", `Expected float32, but got … of type '${type}'.`);
  }
  const apart = unlike(shapes);
  if (apart !== null) return refused(named, "ValueError", apart);
  if (!facts.requiresGrad) return refused(named, "ValueError", "No gradients provided for any variable.");
  const isScalar = kind === "tensor" && shapes[0].length === 0;
  return taken(named, isScalar || elementsOf(facts) === 1 ? "none" : "mean", elementsOf(facts));
}

/** What TensorFlow says of shapes that it cannot stack: it compares each with the last, from behind. Null where they are all the same. */
function unlike(shapes: readonly Shape[]): string | null {
  const last = shapes.at(-1) ?? [];
  const shape = shapes.findLast((candidate) => candidate.join() !== last.join());
  if (shape === undefined) return null;
  if (shape.length !== last.length) return `Shapes must be equal rank, but are ${shape.length} and ${last.length}`;
  const dim = shape.findIndex((size, i) => size !== last[i]);
  const shown = (all: Shape): string => `[${all.join(",")}]`;
  return `Dimension ${dim} in both shapes must be equal, but are ${shape[dim]} and ${last[dim]}. Shapes are ${shown(shape)} and ${shown(last)}.`;
}
