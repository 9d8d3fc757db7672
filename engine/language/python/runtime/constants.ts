/** @file Values that stand for something outside of Python: dtypes, modules that are imported, context managers. */

export class Ellipsis {}

export const ellipsis = new Ellipsis();

export class NotImplemented {}

/** torch.float32 and its kin. */
export class DTypeObject {
  constructor(readonly name: string) {}
}

/** np.float32: a dtype, and what makes a number of its own. */
export class NumpyType extends DTypeObject {}

export class Namespace {
  constructor(
    readonly name: string,
    readonly members: ReadonlyMap<string, unknown>,
  ) {}
}

/** A module that can be imported, and no more: it is missed where it is used. */
export class AbsentModule extends Namespace {
  constructor(
    name: string,
    readonly miss: () => never,
  ) {
    super(name, new Map());
  }
}

/** A context manager of the runtime's. */
export class Manager {
  constructor(
    readonly enter: () => unknown,
    readonly exit: () => void,
  ) {}
}
