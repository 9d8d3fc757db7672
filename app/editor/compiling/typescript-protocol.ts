/** @file Between the page and the worker that compiles TypeScript. Both are ours: no validation. */
import type { Compilation } from "../../../engine/language/program.ts";
import type { ReadSource } from "../../../engine/language/translate/from-python/read.ts";

interface Question {
  /** Tells these messages from Monaco's own, which come to the same script. */
  readonly to: "losslab";
  readonly id: number;
}

export type TypeScriptRequest =
  /** Answered when the library has been read. */
  | (Question & { readonly type: "boot" })
  | (Question & { readonly type: "compile"; readonly source: string })
  /** The first half of a translation into Python; the worker that knows Python prints it. */
  | (Question & { readonly type: "read"; readonly source: string });

export type TypeScriptReply =
  | { readonly type: "booted"; readonly id: number }
  | { readonly type: "compiled"; readonly id: number; readonly compilation: Compilation }
  | { readonly type: "read"; readonly id: number; readonly read: ReadSource };
