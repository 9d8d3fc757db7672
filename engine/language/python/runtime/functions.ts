/** @file Functions, methods and what stands in a class for one. */

export interface ParameterSpec {
  readonly name: string;
  readonly kind: "plain" | "keyword" | "rest" | "keywords";
  readonly value?: unknown;
  readonly isPositional?: boolean;
}

export type Keywords = Readonly<Record<string, unknown>> | null;

/** A function of the user's. */
export class PyFunction {
  readonly attributes = new Map<string, unknown>();
  constructor(
    readonly name: string,
    readonly parameters: readonly ParameterSpec[],
    readonly run: (...args: unknown[]) => unknown,
    readonly isGenerator: boolean,
    readonly doc: string | null,
    readonly isPlain: boolean,
  ) {}
}

/** A function of the runtime's, which gets keywords apart. */
export class Native {
  readonly attributes = new Map<string, unknown>();
  constructor(
    readonly name: string,
    readonly run: (args: readonly unknown[], keywords: Keywords) => unknown,
  ) {}
}

export class BoundMethod {
  constructor(
    readonly self: unknown,
    readonly method: unknown,
    readonly name: string,
  ) {}
}

export class Property {
  constructor(
    readonly get: unknown,
    readonly set: unknown = null,
    readonly del: unknown = null,
    readonly doc: unknown = null,
  ) {}
}

export class StaticMethod {
  constructor(readonly method: unknown) {}
}

export class ClassMethod {
  constructor(readonly method: unknown) {}
}
