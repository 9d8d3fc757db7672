/** @file A TypeScript source as the tree both languages share. Runs in Monaco's TypeScript worker, and in Node under test. */
import type ts from "typescript-api";
import type { ReadSource } from "../../../engine/language/translate/from-python/read.ts";
import { Refusals } from "../../../engine/language/translate/refusals.ts";
import { TriviaReader } from "../../../engine/language/translate/trivia.ts";
import type { Ts } from "../compiler/types.ts";
import { commentsOf } from "./comments.ts";
import type { ReadContext } from "./context.ts";
import { readExpression } from "./expressions.ts";
import { Names } from "./names.ts";
import { readStatements } from "./statements.ts";

export function readTypeScript(tsApi: Ts, service: ts.LanguageService, fileName: string): ReadSource {
  const program = service.getProgram();
  const file = program?.getSourceFile(fileName);
  if (program === undefined || file === undefined) return { kind: "refused", isSyntax: false, refusals: [] };
  const problems = service.getSyntacticDiagnostics(fileName);
  if (problems.length > 0)
    return {
      kind: "refused",
      isSyntax: true,
      refusals: problems.slice(0, 1).map(({ start, length, messageText }) => ({
        start: start ?? 0,
        end: (start ?? 0) + (length ?? 0),
        message: `a syntax error: ${tsApi.flattenDiagnosticMessageText(messageText, " ")}`,
      })),
    };
  const refusals = new Refusals();
  const checker = program.getTypeChecker();
  const context: ReadContext = {
    read: { expression: readExpression, statements: readStatements },
    ts: tsApi,
    file,
    checker,
    refusals,
    trivia: new TriviaReader(file.text, commentsOf(tsApi, file)),
    names: new Names(tsApi, file, checker, refusals),
    hasSelf: false,
    isInLoop: false,
  };
  const statements = readStatements(context, file.statements);
  const end = context.trivia.before(file.text.length).filter((line) => line !== null);
  return refusals.isEmpty
    ? { kind: "read", program: { statements, end } }
    : { kind: "refused", isSyntax: false, refusals: refusals.all };
}
