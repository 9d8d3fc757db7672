/** @file What tensors have besides ops: attributes, plain methods, and the constants of torch. */
import type { Framework } from "./frameworks.ts";

type PerFramework<T> = Readonly<Record<Framework, ReadonlyMap<string, T>>>;

const numbers = {
  "torch.pi": "3.141592653589793",
  "torch.e": "2.718281828459045",
  "torch.inf": 'float("inf")',
  "torch.nan": 'float("nan")',
};

const table = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(record));

export const constants: PerFramework<string> = {
  jax: table({
    ...numbers,
    "torch.float32": "jnp.float32",
    "torch.float": "jnp.float32",
    "torch.int32": "jnp.int32",
    "torch.int64": "jnp.int32",
    "torch.long": "jnp.int32",
    "torch.bool": "jnp.bool_",
  }),
  keras: table({
    ...numbers,
    "torch.float32": '"float32"',
    "torch.float": '"float32"',
    "torch.int32": '"int32"',
    "torch.int64": '"int32"',
    "torch.long": '"int32"',
    "torch.bool": '"bool"',
  }),
};

/** Those that are spelled otherwise. */
export const attributes: PerFramework<(object: string) => string> = {
  jax: table({ data: (object) => `jax.lax.stop_gradient(${object})` }),
  // What a compiled function is not told before it runs, .shape does not say.
  keras: table({
    shape: (object) => `ops.shape(${object})`,
    T: (object) => `ops.transpose(${object})`,
    ndim: (object) => `len(${object}.shape)`,
    data: (object) => `ops.stop_gradient(${object})`,
  }),
};

/** Of the tape, of the device, and of modules. */
export const refusedAttributes: ReadonlySet<string> = new Set([
  "grad",
  "grad_fn",
  "requires_grad",
  "requires_grad_",
  "device",
  "is_leaf",
  "retain_grad",
  "backward",
  "register_buffer",
  "register_parameter",
  "parameters",
  "named_parameters",
  "state_dict",
]);

const shape =
  (whole: (object: string) => string) =>
  (object: string, [dim]: readonly string[]): string =>
    dim === undefined ? whole(object) : `${whole(object)}[${dim}]`;

export const methods: PerFramework<(object: string, args: readonly string[]) => string> = {
  jax: table({
    size: shape((object) => `${object}.shape`),
    numel: (object) => `${object}.size`,
    nelement: (object) => `${object}.size`,
    dim: (object) => `${object}.ndim`,
    ndimension: (object) => `${object}.ndim`,
  }),
  keras: table({
    size: shape((object) => `ops.shape(${object})`),
    numel: (object) => `ops.size(${object})`,
    nelement: (object) => `ops.size(${object})`,
    dim: (object) => `len(${object}.shape)`,
    ndimension: (object) => `len(${object}.shape)`,
  }),
};

/** Of lists, dicts and texts. */
export const plainMethods: ReadonlySet<string> = new Set([
  "append",
  "extend",
  "insert",
  "pop",
  "items",
  "keys",
  "values",
  "get",
  "format",
  "join",
  "upper",
  "lower",
  "startswith",
  "endswith",
]);
