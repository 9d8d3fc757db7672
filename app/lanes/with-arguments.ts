/** @file A program with what a lane says of its parameters: the sandbox binds them by it. */
import type { Program } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";

export function withArguments(program: Program, given: Arguments): Program {
  if (Object.keys(given).length === 0) return program;
  return { ...program, entry: { ...program.entry, arguments: given } };
}
