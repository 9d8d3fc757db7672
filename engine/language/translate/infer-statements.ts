/** @file What statements tell of variables, attributes and results. */
import type { Inference } from "./infer.ts";
import { assign } from "./infer-expressions.ts";
import { binaryType } from "./operator-types.ts";
import type { Block, ClassDefinition, FunctionDefinition, Statement } from "./tree.ts";
import { join, typeOfAnnotation } from "./types.ts";

export function readBlock(inference: Inference, { statements }: Block): void {
  for (const statement of statements) readStatement(inference, statement);
}

function readStatement(inference: Inference, statement: Statement): void {
  switch (statement.kind) {
    case "function":
      readFunction(inference, statement);
      return;
    case "class":
      readClass(inference, statement);
      return;
    case "assign": {
      const type =
        statement.annotation === null
          ? inference.expression(statement.value)
          : join(typeOfAnnotation(statement.annotation), inference.expression(statement.value));
      for (const target of statement.targets) {
        assign(inference, target, type);
        const variable = target.kind === "name" ? inference.variableOf(target) : null;
        if (variable !== null) inference.learnConstant(variable, statement.value);
      }
      return;
    }
    case "augmented": {
      const [left, right] = [inference.expression(statement.target), inference.expression(statement.value)];
      assign(inference, statement.target, binaryType(statement.operator, left, right));
      return;
    }
    case "return":
      if (inference.enclosingFunction !== null) inference.returned(inference.enclosingFunction, statement.value);
      return;
    case "for":
      assign(inference, statement.target, inference.itemsOf(statement.iterable));
      readBlock(inference, statement.body);
      return;
    case "try":
      readBlock(inference, statement.body);
      if (statement.handler !== null) readBlock(inference, statement.handler);
      if (statement.last !== null) readBlock(inference, statement.last);
      return;
    case "if":
      for (const { test, body } of statement.branches) {
        if (test !== null) inference.expression(test);
        readBlock(inference, body);
      }
      return;
    case "while":
      inference.expression(statement.test);
      readBlock(inference, statement.body);
      return;
    case "gradMode":
      readBlock(inference, statement.body);
      return;
    case "evaluate":
      inference.expression(statement.value);
      return;
    case "assert":
      inference.expression(statement.test);
      if (statement.message !== null) inference.expression(statement.message);
      return;
    case "raise":
      if (statement.message !== null) inference.expression(statement.message);
      return;
    default:
  }
}

function readFunction(inference: Inference, definition: FunctionDefinition): void {
  const { name, role, parameters, body } = definition;
  const variable = inference.variableOfDefinition(definition);
  if (variable !== null && role === "function") inference.learn(variable, { kind: "function", definition });
  if (inference.enclosingClass !== null && role !== "function")
    inference.learnAttribute(
      inference.enclosingClass,
      name,
      role === "property" ? inference.returnsOf(definition) : { kind: "function", definition },
    );
  inference.inside(definition, () => {
    for (const parameter of parameters) inference.declare(definition, parameter, name === "forward");
    readBlock(inference, body);
  });
}

function readClass(inference: Inference, definition: ClassDefinition): void {
  const variable = inference.variableOfDefinition(definition);
  if (variable !== null) inference.learn(variable, { kind: "class", definition });
  if (definition.base !== null) inference.expression(definition.base);
  inference.insideClass(definition, () => {
    readBlock(inference, definition.body);
    for (const statement of definition.body.statements)
      if (statement.kind === "assign")
        for (const target of statement.targets)
          if (target.kind === "name")
            inference.learnAttribute(definition, target.name, inference.typeOf(statement.value));
  });
}
