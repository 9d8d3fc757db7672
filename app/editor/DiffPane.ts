/** @file Two lanes' texts compared. The right one can be edited: it is the lane's own text. */

import { editorOptions } from "./editor-options.ts";
import type { LossModel } from "./LossModel.ts";
import { monaco } from "./monaco.ts";

export interface DiffPaneOptions {
  readonly label: { readonly original: string; readonly modified: string };
  readonly theme: "dark" | "light";
}

export class DiffPane {
  readonly #editor: monaco.editor.IStandaloneDiffEditor;

  constructor(container: HTMLElement, original: LossModel, modified: LossModel, { label, theme }: DiffPaneOptions) {
    this.#editor = monaco.editor.createDiffEditor(container, {
      ...editorOptions,
      theme: `losslab-${theme}`,
      originalEditable: false,
      inlayHints: { enabled: "off" },
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      renderOverviewRuler: false,
      renderGutterMenu: false,
      hideUnchangedRegions: { enabled: false },
      diffWordWrap: "on",
    });
    this.#editor.setModel({ original: original.text, modified: modified.text });
    // Monaco forgets labels given at the beginning whenever it adjusts its two editors.
    const name = (): void => {
      this.#editor.getOriginalEditor().updateOptions({ ariaLabel: label.original });
      this.#editor.getModifiedEditor().updateOptions({ ariaLabel: label.modified });
    };
    name();
    this.#editor.onDidUpdateDiff(name);
    this.#editor.getModifiedEditor().focus();
  }

  setTheme(theme: "dark" | "light"): void {
    this.#editor.getModifiedEditor().updateOptions({ theme: `losslab-${theme}` });
  }

  dispose(): void {
    this.#editor.dispose();
  }
}
