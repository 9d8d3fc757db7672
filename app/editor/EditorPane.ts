/** @file One editor in the page, over a lane's model. */
import type { Range } from "../../engine/language/program.ts";
import { boundWork, editorOptions } from "./editor-options.ts";
import type { LossModel } from "./LossModel.ts";
import { monaco } from "./monaco.ts";
import type { TakenOver } from "./taken-over.ts";

/** Colours and shapes come some moments after the text; it is not waited for them any longer. */
const DRAWING = 600;

export interface EditorPaneOptions {
  readonly label: string;
  readonly theme: "dark" | "light";
  readonly onCursor: (offset: number) => void;
  readonly onTrain: () => void;
  /** Something was pasted, and stands there now. */
  readonly onPaste: (pasted: Range) => void;
}

export class EditorPane {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #container: HTMLElement;
  readonly #model: LossModel;
  readonly #onPaste: EditorPaneOptions["onPaste"];

  constructor(container: HTMLElement, model: LossModel, options: EditorPaneOptions) {
    this.#model = model;
    this.#container = container;
    this.#onPaste = options.onPaste;
    this.#editor = monaco.editor.create(container, {
      model: model.text,
      theme: `losslab-${options.theme}`,
      ariaLabel: options.label,
      ...editorOptions,
      ariaContainerElement: document.body,
    });
    this.#leaveByEscapeAndTab(container);
    boundWork(this.#editor, model.text);
    this.#editor.onKeyDown(({ keyCode }) => {
      if (keyCode === monaco.KeyCode.Enter) this.#readLines();
    });
    this.#editor.onDidChangeCursorPosition(({ position }) => options.onCursor(model.text.getOffsetAt(position)));
    this.#editor.onDidPaste(({ range }) =>
      options.onPaste({
        start: model.text.getOffsetAt(monaco.Range.getStartPosition(range)),
        end: model.text.getOffsetAt(monaco.Range.getEndPosition(range)),
      }),
    );
    this.#editor.addAction({
      id: "losslab.fix",
      label: "Losslab: apply the first fix",
      keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.Enter],
      contextMenuGroupId: "1_modification",
      run: () => model.fix(),
    });
    this.#editor.addAction({
      id: "losslab.train",
      label: "Losslab: train",
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: options.onTrain,
    });
  }

  /** Tab writes, so there is another way out than Ctrl+M: Escape, then Tab. */
  #leaveByEscapeAndTab(container: HTMLElement): void {
    let hasEscaped = false;
    container.addEventListener(
      "keydown",
      (event) => {
        const { key } = event;
        // What the editor does not see, the browser does: it goes on to what follows.
        if (key === "Tab" && hasEscaped) event.stopPropagation();
        if (key !== "Shift") hasEscaped = key === "Escape";
      },
      { capture: true },
    );
  }

  setTheme(theme: "dark" | "light"): void {
    this.#editor.updateOptions({ theme: `losslab-${theme}` });
  }

  select(range: Range): void {
    const selection = this.#model.rangeOf(range);
    this.#editor.setSelection(selection);
    this.#editor.revealRangeInCenterIfOutsideViewport(selection);
  }

  /** Resolves when the code stands there in its colours and with its shapes, or should. */
  async isDrawn(): Promise<void> {
    const until = performance.now() + DRAWING;
    const colours = () =>
      new Set([...this.#container.querySelectorAll(".view-line span")].map((each) => each.className));
    const isDone = () =>
      colours().size > 3 &&
      (this.#model.hints().length === 0 || this.#container.querySelector("[class*='dyn-rule']") !== null);
    while (performance.now() < until && !isDone()) await new Promise((resolve) => setTimeout(resolve, 16));
  }

  /** Goes on where the text was read and written in before: the same place, the same selection, and what was pressed meanwhile. */
  takeOver({ isFocused, selected, scroll, held }: TakenOver): void {
    this.#editor.setScrollPosition({ scrollTop: scroll.top, scrollLeft: scroll.left });
    if (selected !== null) {
      const [start, end] = [selected.start, selected.end].map((offset) => this.#model.text.getPositionAt(offset));
      const [anchor, active] = selected.isBackward ? [end, start] : [start, end];
      this.#editor.setSelection(monaco.Selection.fromPositions(anchor, active));
    }
    if (isFocused) this.#editor.focus();
    for (const each of held) {
      if (each.kind === "key") this.#press(each.init, isFocused);
      else if (each.kind === "pasted") this.#onPaste({ start: each.start, end: each.end });
      else if (each.kind === "paste")
        this.#editor.trigger("keyboard", "paste", { text: each.text, pasteOnNewLine: false });
      else this.#editor.trigger("keyboard", "type", { text: each.text });
    }
  }

  /** A key that was pressed before: where the focus is, for what the last one opened, unless one has gone elsewhere since. */
  #press(init: KeyboardEventInit, isFocused: boolean): void {
    const event = new KeyboardEvent("keydown", init);
    const focused = isFocused
      ? document.activeElement
      : this.#container.querySelector("textarea, .native-edit-context");
    const isTaken = !(focused ?? this.#container).dispatchEvent(event);
    if (isTaken || init.ctrlKey === true || init.metaKey === true) return;
    if (init.key === "Enter") this.#editor.trigger("keyboard", "type", { text: "\n" });
    else if (init.key?.length === 1) this.#editor.trigger("keyboard", "type", { text: init.key });
  }

  /** Monaco indents a new line by its rules only where it has read all lines before, which a busy page puts off. */
  #readLines(): void {
    monaco.editor.colorizeModelLine(this.#model.text, this.#editor.getPosition()?.lineNumber ?? 1);
  }

  /** Takes back the last step. */
  undo(): void {
    this.#editor.trigger("losslab", "undo", null);
    this.#editor.focus();
  }

  focus(): void {
    this.#editor.focus();
  }

  dispose(): void {
    this.#editor.dispose();
  }
}
