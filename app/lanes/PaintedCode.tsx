/**
 * @file A lane's code before its editor is there: coloured, with its shapes, and written in like any text of a page. What only the editor can do
 * is held until it comes.
 */
import { type RefObject, useCallback, useImperativeHandle, useMemo, useRef, useState } from "react";
import { defaultHandling } from "../../engine/vector/handling.ts";
import { useShownTheme } from "../charts/use-shown-theme.ts";
import { indentAfter } from "../editor/painted/indent-after.ts";
import { type Piece, paint } from "../editor/painted/paint.ts";
import { codeColours } from "../editor/palette.ts";
import type { Held, Selected, TakenOver } from "../editor/taken-over.ts";
import { laneOf } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import type { Hint } from "../verdict/annotations.ts";
import { annotationsOf } from "../verdict/annotations-of.ts";
import { useController } from "./controller-context.ts";
import { loadEditor } from "./editor-loading.ts";
import { isPaste, isSelectAll, isUndo, needsEditor, pressOf } from "./held-keys.ts";
import { selectedIn } from "./painted-place.ts";

export interface PaintedHandle {
  /** Resolves when nobody is in the middle of something: a burst of keys, a word of an input method, a selection by pointer. */
  calm(): Promise<void>;
  leave(): TakenOver;
}

interface PaintedCodeProps {
  readonly id: string;
  readonly handle: RefObject<PaintedHandle | null>;
  /** Something is held for the editor, for the first time. */
  readonly onHeld: () => void;
}

const CALM = 120;
const noHints: readonly Hint[] = [];

const want = (): void => void loadEditor().catch(() => undefined);

export function PaintedCode({ id, handle, onHeld }: PaintedCodeProps) {
  const controller = useController();
  const lane = useLosslab((state) => laneOf(state, id));
  const result = useLosslab(({ results }) => results[id]);
  const theme = useShownTheme();
  const source = lane?.source ?? "";
  const language = lane?.language ?? "typescript";
  const handling = lane?.handling ?? defaultHandling;
  const fresh = useMemo(() => {
    const isOfThis = result !== undefined && result.source === source && result.language === language;
    return paint(source, language, isOfThis ? annotationsOf(result, handling).hints : noHints);
  }, [source, language, result, handling]);
  // While it is written in, the text in the page is the browser's: it is painted anew only where it became another from elsewhere.
  const [typed, setTyped] = useState<{ readonly text: string; readonly pieces: readonly Piece[] } | null>(null);
  const [painting, setPainting] = useState(0);
  if (typed !== null && typed.text !== source) {
    setTyped(null);
    setPainting(painting + 1);
  }
  const pieces = typed !== null && typed.text === source ? typed.pieces : fresh;

  const scroller = useRef<HTMLDivElement>(null);
  const code = useRef<HTMLDivElement>(null);
  const held = useRef<Held[]>([]);
  // What is painted anew is another element.
  const keepsFocus = useRef(false);
  const busy = useRef({ at: Number.NEGATIVE_INFINITY, isComposing: false, isPointed: false });
  // Where what is held belongs: one may be elsewhere when the editor comes.
  const heldAt = useRef<Selected | null>(null);
  const hold = useCallback(
    (next: Held, at?: Selected): void => {
      // As long as all that is held stands in the text, the caret is where one goes on.
      if (standsIn(held.current)) heldAt.current = at ?? (code.current === null ? null : selectedIn(code.current));
      if (held.current.length === 0) onHeld();
      held.current.push(next);
      want();
    },
    [onHeld],
  );

  useImperativeHandle(handle, () => ({
    calm: () =>
      new Promise((resolve) => {
        const look = (): void => {
          const { at, isComposing, isPointed } = busy.current;
          const wait = held.current.length > 0 ? 0 : at + CALM - performance.now();
          if (!isComposing && !isPointed && wait <= 0) resolve();
          else setTimeout(look, Math.max(16, wait));
        };
        look();
      }),
    leave: () => ({
      isFocused: code.current !== null && document.activeElement === code.current,
      selected: held.current.length > 0 ? heldAt.current : code.current === null ? null : selectedIn(code.current),
      scroll: { top: scroller.current?.scrollTop ?? 0, left: scroller.current?.scrollLeft ?? 0 },
      held: held.current,
    }),
  }));

  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      code.current = element;
      if (element === null) return;
      if (keepsFocus.current) element.focus();
      keepsFocus.current = false;
      const onBefore = (event: InputEvent): void => {
        // A new text in the place of all of it is the editor's matter: what a browser leaves of the old is its own choice.
        const selected = selectedIn(element);
        const isAll = selected !== null && selected.start === 0 && selected.end === (element.textContent ?? "").length;
        if (event.isComposing || (held.current.length === 0 && !(isAll && selected.end > 0))) return;
        event.preventDefault();
        hold(heldOf(event));
      };
      element.addEventListener("beforeinput", onBefore);
      return () => element.removeEventListener("beforeinput", onBefore);
    },
    [hold],
  );

  return (
    <div className="painted" ref={scroller} style={codeColours(theme)}>
      <div className="painted-lines" aria-hidden="true">
        {source.split("\n").map((_, i) => `${i + 1}\n`)}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a field of the browser's has one colour, and no shapes between its words. */}
      <div
        key={painting}
        ref={attach}
        className="painted-code"
        role="textbox"
        tabIndex={0}
        aria-label={`Loss ${id}`}
        aria-multiline="true"
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        translate="no"
        onFocus={want}
        onPointerEnter={want}
        onPointerDown={() => {
          busy.current.isPointed = true;
          const up = (): void => {
            busy.current.isPointed = false;
          };
          addEventListener("pointerup", up, { once: true });
          addEventListener("pointercancel", up, { once: true });
        }}
        onCompositionStart={() => {
          busy.current.isComposing = true;
        }}
        onCompositionEnd={() => {
          busy.current.isComposing = false;
        }}
        onKeyDown={(event) => {
          busy.current.at = performance.now();
          const isModifier = /^(Control|Meta|Shift|Alt)$/.test(event.key);
          if (isModifier || event.nativeEvent.isComposing || isPaste(event.nativeEvent)) return;
          if (isSelectAll(event.nativeEvent) && standsIn(held.current)) return;
          // What comes after something that is held is held too: it may be meant for what that opens.
          const undoesMore = typed === null && isUndo(event.nativeEvent);
          if (held.current.length > 0 || undoesMore || needsEditor(event.nativeEvent)) {
            event.preventDefault();
            event.stopPropagation();
            hold({ kind: "key", init: pressOf(event.nativeEvent) });
          } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            beginLine(indentAfter(lineBefore(event.currentTarget), language));
          }
        }}
        onInput={({ currentTarget }) => {
          const text = currentTarget.textContent ?? "";
          setTyped({ text, pieces });
          controller.typed(id, text);
        }}
        onPaste={(event) => {
          event.preventDefault();
          const text = event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n");
          const selected = selectedIn(event.currentTarget);
          const isOverAll = selected?.start === 0 && selected.end === source.length && standsIn(held.current);
          // What was pasted before is gone with the rest.
          if (isOverAll) held.current = [];
          if (held.current.length > 0 || selected === null) return hold({ kind: "paste", text });
          // It stands there at once; what is to be made of it the editor's model knows.
          const pasted = { start: selected.start, end: selected.start + text.length };
          hold({ kind: "pasted", ...pasted }, { start: pasted.end, end: pasted.end, isBackward: false });
          keepsFocus.current = true;
          setTyped(null);
          setPainting(painting + 1);
          controller.typed(id, source.slice(0, selected.start) + text + source.slice(selected.end));
        }}
        onCopy={(event) => {
          const selected = selectedIn(event.currentTarget);
          if (selected === null || selected.start === selected.end) return;
          event.preventDefault();
          event.clipboardData.setData("text/plain", source.slice(selected.start, selected.end));
        }}
      >
        {pieces.map(({ start, text, kind, hint }) => (
          <span key={`${start} ${kind}`} className={`t-${kind}`} data-hint={hint?.text} title={hint?.tooltip}>
            {text}
          </span>
        ))}
        {/* A last line that is empty is drawn only before something, and the caret goes there. */}
        {pieces.at(-1)?.text.endsWith("\n") === true && <br />}
      </div>
    </div>
  );
}

/** Nothing is held that the text does not show. */
const standsIn = (held: readonly Held[]): boolean => held.every(({ kind }) => kind === "pasted");

/** As a step that the browser's undo takes back. A line end that is inserted as text becomes a block, of which the text knows nothing. */
function beginLine(indent: string): void {
  document.execCommand("insertLineBreak");
  if (indent !== "") document.execCommand("insertText", false, indent);
}

/** Of the line with the caret, what stands before it. */
function lineBefore(element: HTMLElement): string {
  const { start } = selectedIn(element) ?? { start: 0 };
  return (element.textContent ?? "").slice(0, start).split("\n").at(-1) ?? "";
}

/** What an input would have done, for the editor to do. */
function heldOf({ inputType, data, dataTransfer }: InputEvent): Held {
  if (inputType === "insertLineBreak" || inputType === "insertParagraph") return { kind: "type", text: "\n" };
  if (!inputType.startsWith("delete")) return { kind: "type", text: data ?? dataTransfer?.getData("text/plain") ?? "" };
  const isForward = inputType.endsWith("Forward");
  const key = isForward ? "Delete" : "Backspace";
  return { kind: "key", init: { key, code: key, keyCode: isForward ? 46 : 8, bubbles: true, cancelable: true } };
}
