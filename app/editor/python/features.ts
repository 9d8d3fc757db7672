/** @file Python in the editor: its syntax, what Enter does, completion and hover from the op registry. */
import { conf, language } from "monaco-editor/languages/definitions/python/python";
import { monaco } from "../monaco.ts";
import { enterRules } from "./enter-rules.ts";
import type { PythonSymbol, SymbolOwner } from "./plain-symbols.ts";
import type { PythonSymbols } from "./symbols.ts";

const actions = { more: monaco.languages.IndentAction.Indent, less: monaco.languages.IndentAction.Outdent };

monaco.languages.register({ id: "python", extensions: [".py"], aliases: ["Python"] });
monaco.languages.setMonarchTokensProvider("python", language);
monaco.languages.setLanguageConfiguration("python", {
  ...conf,
  onEnterRules: enterRules.map(({ beforeText, indent }) => ({ beforeText, action: { indentAction: actions[indent] } })),
});

/** Fetched when they are first asked for; null where they cannot be. */
const known = (): Promise<PythonSymbols | null> =>
  import("virtual:losslab-python-symbols").then(
    ({ symbols }) => symbols,
    () => null,
  );

/** What stands before the dot decides: `torch.`, `F.`, `nn.`, or a value. */
function ownerBefore(text: string): SymbolOwner | null {
  const match = /([\w\])]+)\s*\.\s*\w*$/.exec(text);
  if (match === null) return null;
  const [, before] = match;
  if (before === "torch" || before === "F" || before === "nn") return before;
  if (before === "functional") return "F";
  return before === "math" || before === "self" || /^\d/.test(before ?? "") ? null : "method";
}

const shown = ({ signature, documentation }: PythonSymbol): monaco.IMarkdownString[] => [
  { value: `\`\`\`python\n${signature}\n\`\`\`` },
  { value: documentation },
];

monaco.languages.registerCompletionItemProvider("python", {
  triggerCharacters: ["."],
  provideCompletionItems: async (model, position) => {
    const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
    const owner = ownerBefore(line);
    if (owner === null) return { suggestions: [] };
    const word = model.getWordUntilPosition(position);
    const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
    const symbols = await known();
    if (symbols === null) return { suggestions: [] };
    return {
      suggestions: symbols[owner].map((symbol) => ({
        label: symbol.name,
        kind: owner === "nn" ? monaco.languages.CompletionItemKind.Class : monaco.languages.CompletionItemKind.Method,
        insertText: symbol.name,
        detail: symbol.signature,
        documentation: { value: symbol.documentation },
        range,
      })),
    };
  },
});

monaco.languages.registerHoverProvider("python", {
  provideHover: async (model, position) => {
    const word = model.getWordAtPosition(position);
    if (word === null) return null;
    const before = model.getLineContent(position.lineNumber).slice(0, word.endColumn - 1);
    const owner = ownerBefore(before);
    if (owner === null) return null;
    const symbol = (await known())?.[owner].find(({ name }) => name === word.word);
    return symbol === undefined ? null : { contents: shown(symbol) };
  },
});
