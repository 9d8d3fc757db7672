/** @file The shared tree as a TypeScript source. */
import type { Entry } from "../../program.ts";
import { Bindings } from "../bindings.ts";
import { Inference } from "../infer.ts";
import { join, layout, newline } from "../layout.ts";
import { Refusals } from "../refusals.ts";
import type { Block, ClassDefinition, FunctionDefinition, Translation } from "../tree.ts";
import { isTensor } from "../types.ts";
import { parameterType } from "./annotations.ts";
import type { PrintContext } from "./context.ts";
import { Declarations } from "./declarations.ts";
import { printExpression } from "./expressions.ts";
import { Names } from "./names.ts";
import { printBlock } from "./statements.ts";

/** `entry` is the loss of the program, as it was found in the language it comes from. */
export function printTypeScript(program: Block, entry: Entry | null): Translation {
  const refusals = new Refusals();
  const bindings = new Bindings(program);
  const inference = new Inference(program, bindings);
  const declarations = new Declarations(program, bindings, inference, refusals);
  const names = new Names(bindings);
  const print = { expression: printExpression, block: printBlock };
  const context: PrintContext = {
    print,
    inference,
    bindings,
    refusals,
    names,
    declarations,
    owner: null,
    function: null,
  };
  const lines = printBlock(context, program);
  if (entry !== null) lines.push(...asForward(context, program, entry));
  if (!refusals.isEmpty) return { kind: "refused", isSyntax: false, refusals: refusals.all };
  return { kind: "translated", text: `${layout(join(lines, newline), { width: 100, indent: "  " })}\n` };
}

/** TypeScript's loss is the function called forward, or the last nn.Module: any other has to be made it. */
function asForward({ bindings, refusals }: PrintContext, program: Block, entry: Entry): string[] {
  const hasForward = program.statements.some(
    ({ kind, ...rest }) => kind === "function" && "name" in rest && rest.name === "forward",
  );
  if (entry.kind === "function") {
    if (entry.name === "forward") return [];
    const definition = program.statements.find(
      (statement): statement is FunctionDefinition => statement.kind === "function" && statement.name === entry.name,
    );
    const declared = entry.parameters.map((name) => {
      const variable = definition === undefined ? null : bindings.ofParameter(definition, name);
      const type = variable === null || isTensor(variable.type) ? null : parameterType(variable.type);
      return type === null ? name : `${name}: ${type}`;
    });
    const call = `  return ${entry.name}(${entry.parameters.join(", ")});`;
    return ["", `function forward(${declared.join(", ")}) {`, call, "}"];
  }
  const classes = program.statements.filter(
    (statement): statement is ClassDefinition =>
      statement.kind === "class" &&
      statement.body.statements.some((each) => each.kind === "function" && each.name === "forward"),
  );
  const chosen = classes.find(({ name }) => name === entry.name);
  if (chosen !== undefined && (hasForward || classes[classes.length - 1] !== chosen))
    refusals.add(chosen.range, `the loss ${entry.name} not being the last class (move it to the end)`);
  return [];
}
