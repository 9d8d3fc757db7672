import { expect, test } from "vitest";
import { isPaste, isUndo, needsEditor } from "./held-keys.ts";

const pressed = (combination: string) => {
  const parts = combination.split("+");
  const key = parts.at(-1) ?? "";
  return {
    key,
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
  };
};

test.each([
  "a",
  "Enter",
  "Tab",
  "ArrowLeft",
  "Ctrl+a",
  "Ctrl+c",
  "Ctrl+v",
  "Meta+z",
  "Ctrl+ArrowLeft",
  "Ctrl+Backspace",
  "Ctrl+End",
])("%s is what any text takes", (combination) => expect(needsEditor(pressed(combination))).toBe(false));

test.each(["Ctrl+Enter", "Ctrl+r", "F5", "Control", "Ctrl+Control"])(
  "%s is the page's or the browser's",
  (combination) => expect(needsEditor(pressed(combination))).toBe(false),
);

test.each(["Ctrl+.", "Ctrl+ ", "Alt+Enter", "F1", "F2", "Ctrl+f", "Ctrl+d", "Ctrl+/", "Alt+ArrowUp", "Meta+."])(
  "%s waits for the editor",
  (combination) => expect(needsEditor(pressed(combination))).toBe(true),
);

test.each([
  ["Ctrl+z", true],
  ["Meta+Z", true],
  ["Ctrl+y", true],
  ["z", false],
  ["Ctrl+Alt+z", false],
])("whether %s takes something back: %s", (combination, isIt) => expect(isUndo(pressed(combination))).toBe(isIt));

test.each([
  ["Ctrl+v", true],
  ["Meta+V", true],
  ["Shift+Insert", true],
  ["v", false],
  ["Insert", false],
  ["Ctrl+Alt+v", false],
])("whether %s pastes: %s", (combination, isIt) => expect(isPaste(pressed(combination))).toBe(isIt));
