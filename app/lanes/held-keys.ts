/** @file Which keys, pressed before the editor is there, need it. */

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** What a browser does by itself wherever text is edited. */
const native = /^(a|c|x|v|z|y|arrow.*|home|end|backspace|delete|insert|tab|pageup|pagedown)$/i;

/** Whether a key is one of the editor's own commands: `Ctrl+.`, `Alt+Enter`, F1, … */
export function needsEditor({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  if (/^F([1-9]|1[0-2])$/.test(key)) return key !== "F5" && key !== "F6" && key !== "F11";
  // A dead key, or a letter that a layout writes with it.
  if (altKey && !ctrlKey && !metaKey) return /^(Enter|Arrow.*)$/.test(key);
  if (!ctrlKey && !metaKey) return false;
  if (/^(Control|Meta|Shift|Alt)$/.test(key)) return false;
  // Ctrl+Enter trains, from anywhere on the page; Tab leaves without Ctrl+M.
  return !native.test(key) && key !== "Enter" && !/^[mrtwnlp]$/i.test(key);
}

/** Undo or redo: of what was typed where the keys are pressed, or of an example or a fix, which only the editor knows. */
export const isUndo = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key);

/** All of the text is chosen where the keys are pressed. */
export const isSelectAll = ({ key, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  (ctrlKey || metaKey) && !altKey && /^a$/i.test(key);

/** What is pasted is read when the keys are pressed: the clipboard may hold something else when the editor comes. */
export const isPaste = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pressed & Pick<KeyboardEvent, "shiftKey">): boolean =>
  !altKey && (((ctrlKey || metaKey) && /^v$/i.test(key)) || (shiftKey && key === "Insert"));

/** What a key press was, so that it can be pressed again. */
export function pressOf(event: KeyboardEvent): KeyboardEventInit {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
}
