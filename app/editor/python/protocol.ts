/** @file Between the page and the worker that compiles and translates Python. Both are ours: no validation. */
import type { Compilation } from "../../../engine/language/program.ts";
import type { Block, Translation } from "../../../engine/language/translate/tree.ts";

export type PythonRequest =
  /** Answered when the others can be. */
  | { readonly type: "boot"; readonly id: number }
  | { readonly type: "compile"; readonly id: number; readonly source: string }
  | { readonly type: "toTypeScript"; readonly id: number; readonly source: string }
  /** What the worker that knows TypeScript has read. */
  | { readonly type: "toPython"; readonly id: number; readonly program: Block };

export type PythonReply =
  /** The parser may be broken now: what runs out of stack leaves its memory as it was in the middle. */
  | { readonly type: "failed"; readonly id: number; readonly reason: "too-deep" | "compiler-failed" }
  | { readonly type: "booted"; readonly id: number }
  | { readonly type: "compiled"; readonly id: number; readonly compilation: Compilation }
  | { readonly type: "translated"; readonly id: number; readonly translation: Translation };
