/**
 * @file What compiling a loss yields, in either language. Both front ends produce this, and everything
 * after them (sandbox, report, editor) knows nothing else about the source. Ranges are UTF-16 offsets
 * into the source as typed, end exclusive.
 */
import type { Omitted } from "../bounded.ts";
import type { Group } from "./held.ts";
import type { Arguments } from "./roles.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An expression that is part of another. */
export interface Operand extends Range {
  /** True if `.mean()` can be appended to the text as it stands; otherwise it needs parentheses first. */
  readonly takesPostfix: boolean;
}

/**
 * A place whose value is observed while the loss runs. Its index in `Program.probes` is its id.
 * - `parameter`: a parameter of a function, observed when the body begins.
 * - `expression`: any expression that may hold a tensor or may throw.
 * - `return`: the operand of a `return` of the entry's forward (or a concise arrow body). One that returns nothing has the
 *   range of the keyword.
 */
export interface Probe extends Operand {
  readonly kind: "parameter" | "expression" | "return";
  /** What it computes with, left to right, where that is not all probed itself. */
  readonly operands?: readonly Operand[];
  /** The line carries the comment `broadcast ok`: both operands may be expanded here. */
  readonly broadcastAccepted: boolean;
  /** True for a bare name: its shape is shown where it was made, not at each use. */
  readonly isName: boolean;
}

export interface Entry {
  readonly kind: "function" | "class";
  readonly name: string;
  /** Names of forward's parameters in order, without `this` / `self`, and without those that have a default, `?` or `...`. */
  readonly parameters: readonly string[];
  /** Of a class: names of what its constructor cannot do without. */
  readonly needs?: readonly string[];
  /** What annotations say of parameters of both, where they say something. */
  readonly annotated?: Readonly<Record<string, Annotated>>;
  /** How parameters of forward hold their tensors, by what is done with them; what is not there holds one. A guess, and bound by nobody. */
  readonly held?: Readonly<Record<string, Group>>;
  /** The last parameter takes all that is left, as `*losses` does. */
  readonly hasRest?: true;
  /** Its lists, tuples, dicts and objects are Python's. */
  readonly isPython?: true;
  /** It asks for gradients itself. */
  readonly differentiates?: boolean;
  /** What somebody chose for parameters, by their names; none of the compiler's business. */
  readonly arguments?: Arguments;
}

export const annotations = ["number", "boolean", "text", "tensor"] as const;
export type Annotated = (typeof annotations)[number];

/** Why a function or a class may be the loss that is meant. */
export type EntryReason =
  | { readonly kind: "takes"; readonly parameters: readonly string[] }
  /** A script uses it there. */
  | { readonly kind: "used"; readonly offset: number };

/** A function or a class that may be the loss; its range ends with its name. */
export interface EntryChoice extends Range {
  readonly kind: Entry["kind"];
  readonly name: string;
  readonly reason: EntryReason;
}

/**
 * Statements of a script round the loss that are not run: `main` stands under `if __name__ == "__main__"`, `training` is a loop that trains,
 * `missing` needs what is not here (`name`), `after` needs what was passed over.
 */
export interface PassedOver extends Range {
  readonly reason: "main" | "training" | "missing" | "after";
  /** What is not here, or what was passed over. */
  readonly name: string;
}

/** A number that the loss names, and where it stands in the text. */
export interface Knob extends Range {
  readonly name: string;
  readonly value: number;
  /** Written without a point. */
  readonly isInteger: boolean;
}

export interface TextEdit extends Range {
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Something the compiler says about the source. `error` keeps the loss from running; `warning` does not. */
export interface Diagnostic extends Range {
  /** `syntax`, `type` (TypeScript's own), `operator`, `async`, `import`, `no-forward`, ... */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly fix?: Fix;
}

/** A program that can be run in the sandbox. Compiled on the trusted side; only ever run on the other. */
export interface Program {
  /**
   * A classic script. It calls `__losslab(define)` once, where `define(torch, nn, F, console, __ll)` runs the user's
   * statements and returns the entry: the forward function, or the class. `__ll` is the Runtime of runtime.ts.
   */
  readonly js: string;
  readonly probes: readonly Probe[];
  /** Range of each loop, indexed by the id that the script hands to `__ll.loop`. */
  readonly loops: readonly Range[];
  readonly knobs: readonly Knob[];
  readonly entry: Entry;
}

export interface Compilation {
  /** null when there is nothing to run (no forward, async forward, imports); the diagnostics say why. */
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics that there were besides, by their codes. */
  readonly omitted?: readonly Omitted<string>[];
  /** Names that may be wrong, and what was likely meant: offered where one is the reason of a failure. */
  readonly renames?: readonly TextEdit[];
  /** Losses of which nothing says which one is meant: the program has the likeliest. */
  readonly choices?: readonly EntryChoice[];
  /** What of the source is not run. */
  readonly passedOver?: readonly PassedOver[];
}
