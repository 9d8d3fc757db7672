/**
 * @file Vite plugin: Monaco as this page needs it. Every patch finds its anchor exactly once or the build fails, so that a new
 * version of Monaco cannot silently go without.
 *
 * - One TypeScript worker: Monaco's own (6.9 MB) is never asked for, since the page brings a subclass of it.
 * - No DOM library: `document` does not exist in a loss, and its 2.7 MB of declarations stay at home.
 * - The checker knows two things about tensors: forward's parameters are tensors without saying so (and where nothing is called forward, those
 *   of a function of predictions and targets, which is then the loss: compiler/candidates.ts), and what an operator makes of tensors is a tensor. The operator itself is refused by our own diagnostic, with a fix; without this, one `-` would turn the types of
 *   everything after it into numbers.
 */
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { predicted, wanting } from "../../engine/language/loss-names.ts";

interface Patch {
  readonly file: string;
  readonly anchor: string;
  readonly replacement: string;
}

const tensorHelpers = `
    function losslabIsTensor(type) {
      return !!type && !!type.symbol && type.symbol.escapedName === "Tensor";
    }
    function losslabIsForward(node) {
      if (!node) return false;
      if (isFunctionDeclaration(node) || isMethodDeclaration(node)) return (!!node.name && node.name.escapedText === "forward") || losslabCompares(node, node);
      if (!isArrowFunction(node) && !isFunctionExpression(node)) return false;
      const owner = node.parent;
      if (!isVariableDeclaration(owner) && !isPropertyDeclaration(owner)) return false;
      return (!!owner.name && owner.name.escapedText === "forward") || losslabCompares(node, owner.parent && owner.parent.parent);
    }
    function losslabCompares(node, statement) {
      const file = statement && statement.parent;
      if (!file || !isSourceFile(file) || /\\bforward\\b/.test(file.text)) return false;
      const [first, second] = node.parameters.map((parameter) => (isIdentifier(parameter.name) ? parameter.name.text : ""));
      if (!first || !second) return false;
      const [isPredicted, isWanting] = [${predicted}, ${wanting}];
      return (isPredicted.test(first) && isWanting.test(second)) || (isWanting.test(first) && isPredicted.test(second));
    }
`;

const patches: readonly Patch[] = [
  {
    file: "typescriptServices.js",
    anchor: `    function getTypeForVariableLikeDeclaration(declaration, includeOptionality, checkMode) {
`,
    replacement: `${tensorHelpers}    function getTypeForVariableLikeDeclaration(declaration, includeOptionality, checkMode) {
      if (isParameter(declaration) && !declaration.type && !declaration.initializer && !declaration.dotDotDotToken && losslabIsForward(declaration.parent)) {
        const tensor = getGlobalType("Tensor", 0, false);
        if (tensor) return tensor;
      }
`,
  },
  {
    file: "typescriptServices.js",
    anchor: `    function checkBinaryLikeExpressionWorker(left, operatorToken, right, leftType, rightType, checkMode, errorNode) {
      const operator = operatorToken.kind;
`,
    replacement: `    function checkBinaryLikeExpressionWorker(left, operatorToken, right, leftType, rightType, checkMode, errorNode) {
      const operator = operatorToken.kind;
      if (/^(\\+|-|\\*|\\/|%|\\*\\*|\\+=|-=|\\*=|\\/=|%=|\\*\\*=|<|<=|>|>=)$/.test(tokenToString(operator) || "")) {
        if (losslabIsTensor(leftType)) return leftType;
        if (losslabIsTensor(rightType)) return rightType;
      }
`,
  },
  {
    file: "typescriptServices.js",
    anchor: `    function checkPrefixUnaryExpression(node) {
      const operandType = checkExpression(node.operand);
`,
    replacement: `    function checkPrefixUnaryExpression(node) {
      const operandType = checkExpression(node.operand);
      if (losslabIsTensor(operandType) && /^[-+]$/.test(tokenToString(node.operator) || "")) return operandType;
`,
  },
  {
    file: "workerManager.js",
    anchor: `createWorker: () => new Worker(new URL('ts.worker.js', import.meta.url), { type: "module" }),`,
    replacement: "",
  },
];

function patched(file: string, code: string): string {
  return patches
    .filter((patch) => patch.file === file)
    .reduce((text, { anchor, replacement }) => {
      const parts = text.split(anchor);
      const [before, after] = parts;
      if (parts.length !== 2 || before === undefined || after === undefined) {
        throw new Error(
          `Monaco's ${file} no longer holds this text exactly once; see app/editor/vite-monaco.ts:\n${anchor}`,
        );
      }
      return before + replacement + after;
    }, code);
}

/** The declarations of ECMAScript alone. */
async function languageLibrary(path: string): Promise<string> {
  const module: unknown = await import(pathToFileURL(path).href);
  if (typeof module !== "object" || module === null || !("libFileMap" in module))
    throw new Error("Monaco's lib.js exports no libFileMap");
  const files = Object.entries(Object(module.libFileMap)).filter(
    ([name]) => /^lib\.(es\d|es5|decorators)/.test(name) && !name.includes(".full."),
  );
  return `export const libFileMap = ${JSON.stringify(Object.fromEntries(files))};`;
}

export function monaco(): Plugin {
  return {
    name: "losslab:monaco",
    enforce: "pre",
    async transform(code, id) {
      const match = /monaco-editor\/esm\/vs\/languages\/features\/typescript\/(?:lib\/)?(\w+\.js)(?:\?.*)?$/.exec(id);
      const file = match?.[1];
      if (file === undefined) return null;
      if (file === "lib.js") return { code: await languageLibrary(id.replace(/\?.*$/, "")), map: null };
      return patches.some((patch) => patch.file === file) ? { code: patched(file, code), map: null } : null;
    },
  };
}
