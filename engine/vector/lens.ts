/**
 * @file The framework lens: what PyTorch, JAX, TensorFlow and Keras would each do with what a loss returned. The field has not settled:
 * the same vector is refused, summed or averaged. Messages are the frameworks' own, taken from their sources; nothing here is in our words.
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

type Named = Pick<FrameworkVerdict, "framework" | "call">;

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
  const named: Named = { framework: "PyTorch", call: "loss.backward()" };
  if (kind !== "tensor") return refused(named, "AttributeError", `'${type}' object has no attribute 'backward'`);
  if (!requiresGrad)
    return refused(named, "RuntimeError", "element 0 of tensors does not require grad and does not have a grad_fn");
  if (numelOf(shapes[0]) !== 1)
    return refused(named, "RuntimeError", "grad can be implicitly created only for scalar outputs");
  return taken(named, "none", 1);
}

/** jax._src.api._check_scalar, then _check_output_dtype_grad: shape () and nothing else, and a floating dtype. */
function jax({ kind, shapes, dtype, requiresGrad }: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "JAX", call: "jax.grad(loss)" };
  const shown = { tuple: "(…)", list: "[…]", dict: "{…}", none: "None", other: "…" };
  if (kind !== "tensor" && kind !== "number")
    return refused(named, "TypeError", `Gradient only defined for scalar-output functions. Output was ${shown[kind]}.`);
  const [shape] = shapes;
  if (shape.length > 0) return refused(named, "TypeError", jaxNotScalar(shape));
  if (!isFloating(dtype))
    return refused(
      named,
      "TypeError",
      `grad requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got ${jaxDtype(dtype)}. For differentiation of functions with integer outputs, use jax.vjp directly.`,
    );
  return requiresGrad ? taken(named, "none", 1) : withoutGradient(named, "zero");
}

function jaxNotScalar(shape: Shape): string {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const extract =
    numelOf(shape) === 1
      ? `extract the scalar with output.reshape(())${shape.length === 1 ? " or output[0]" : ""}, `
      : "";
  return `Gradient only defined for scalar-output functions. Output had shape: ${tuple}. To get the gradient, ${extract}reduce the output to a scalar with output.sum(), or use jax.jacobian to differentiate a function with a non-scalar output.`;
}

/** Without jax_enable_x64 integers have 32 bits. */
const jaxDtype = (dtype: string): string => (dtype === "int64" ? "int32" : dtype);

/** GradientTape.gradient: sums over everything that it is given, nested or not. */
function tensorflow(facts: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "TensorFlow", call: "tape.gradient(loss, parameters)" };
  if (facts.kind === "none")
    return refused(
      named,
      "TypeError",
      "Argument `target` should be a list or nested structure of Tensors, Variables or CompositeTensors to be differentiated, but received None.",
    );
  if (facts.kind === "number" || facts.kind === "other")
    return refused(named, "AttributeError", `'${facts.type}' object has no attribute 'dtype'`);
  if (!facts.requiresGrad) return withoutGradient(named, "none");
  const n = elementsOf(facts);
  return taken(named, n === 1 ? "none" : "sum", n);
}

/** keras.losses.Loss: the mean over all elements (`sum_over_batch_size`), of a tuple or list after stacking it. With TensorFlow below. */
function keras(facts: ResultFacts): FrameworkVerdict {
  const named: Named = { framework: "Keras", call: "model.compile(loss=loss)" };
  const { kind, shapes } = facts;
  if (kind === "dict" || kind === "none" || kind === "other") {
    const shown = kind === "dict" ? "{…}" : kind === "none" ? "None" : "…";
    return refused(
      named,
      "ValueError",
      `Attempt to convert a value (${shown}) with an unsupported type (<class '${facts.type}'>) to a Tensor.`,
    );
  }
  const odd = shapes.findIndex((shape) => shape.join() !== shapes[0].join());
  if (odd > 0)
    return refused(
      named,
      "InvalidArgumentError",
      `Shapes of all inputs must match: values[0].shape = ${tensorflowShape(shapes[0])} != values[${odd}].shape = ${tensorflowShape(shapes[odd])} [Op:Pack]`,
    );
  if (!facts.requiresGrad) return refused(named, "ValueError", "No gradients provided for any variable.");
  const isScalar = kind === "tensor" && shapes[0].length === 0;
  return taken(named, isScalar || elementsOf(facts) === 1 ? "none" : "mean", elementsOf(facts));
}

const tensorflowShape = (shape: Shape): string => `[${shape.join(",")}]`;
