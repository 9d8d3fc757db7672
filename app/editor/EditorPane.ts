/** @file One editor in the page, over a lane's model. */
import type { Range } from "../../engine/language/program.ts";
import { takeDrops } from "./drops.ts";
import { boundWork, editorOptions } from "./editor-options.ts";
import type { LossModel } from "./LossModel.ts";
import { monaco } from "./monaco.ts";

export interface EditorPaneOptions {
  readonly label: string;
  readonly theme: "dark" | "light";
  readonly onCursor: (offset: number) => void;
  readonly onTrain: () => void;
  /** Something was pasted, and stands there now. */
  readonly onPaste: (pasted: Range) => void;
  /** A file, or a whole loss, was dropped: it takes the place of everything. */
  readonly onDrop: (text: string) => void;
}

export class EditorPane {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #model: LossModel;

  constructor(container: HTMLElement, model: LossModel, options: EditorPaneOptions) {
    this.#model = model;
    this.#editor = monaco.editor.create(container, {
      model: model.text,
      theme: `losslab-${options.theme}`,
      ariaLabel: options.label,
      ...editorOptions,
      ariaContainerElement: document.body,
    });
    boundWork(this.#editor, model.text);
    this.#editor.onDidChangeCursorPosition(({ position }) => options.onCursor(model.text.getOffsetAt(position)));
    this.#editor.onDidPaste(({ range }) =>
      options.onPaste({
        start: model.text.getOffsetAt(monaco.Range.getStartPosition(range)),
        end: model.text.getOffsetAt(monaco.Range.getEndPosition(range)),
      }),
    );
    takeDrops(container, options.onDrop);
    this.#editor.addAction({
      id: "losslab.fix",
      label: "Losslab: apply the first fix",
      keybindings: [monaco.KeyMod.Alt | monaco.KeyCode.Enter],
      contextMenuGroupId: "1_modification",
      run: () => {
        const fix = model.firstFix();
        if (fix !== null) model.apply(fix);
      },
    });
    this.#editor.addAction({
      id: "losslab.train",
      label: "Losslab: train",
      keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
      run: options.onTrain,
    });
  }

  setTheme(theme: "dark" | "light"): void {
    this.#editor.updateOptions({ theme: `losslab-${theme}` });
  }

  select(range: Range): void {
    const selection = this.#model.rangeOf(range);
    this.#editor.setSelection(selection);
    this.#editor.revealRangeInCenterIfOutsideViewport(selection);
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
