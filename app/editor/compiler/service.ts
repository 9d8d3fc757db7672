/** @file How TypeScript is set up for a loss. */
import type ts from "typescript-api";

/** Name under which the declarations of torch, nn and F are known. */
export const TYPINGS_PATH = "file:///torch.d.ts";

/** As numbers: these cross to the worker, and the page doesn't load TypeScript to name them. */
export const compilerOptions = {
  target: 99, // ESNext
  module: 99, // ESNext
  // Every loss is a module of its own: two lanes may both define forward.
  moduleDetection: 3,
  lib: ["es2023"],
  strict: true,
  noImplicitAny: false,
  strictPropertyInitialization: false,
  allowNonTsExtensions: true,
  removeComments: true,
  noLib: false,
} satisfies ts.CompilerOptions;
