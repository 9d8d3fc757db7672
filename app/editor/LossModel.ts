/** @file One lane's text in Monaco, with its hints, markers and fixes. */
import type { Compilation, Fix, Range } from "../../engine/language/program.ts";
import type { LaneLanguage } from "../document/document.ts";
import type { Annotations, Hint, Marker } from "./annotations.ts";
import { lossWorker, monaco, restartTypeScript } from "./monaco.ts";
import "./python/features.ts";
import { pythonCompiler } from "./python/PythonCompiler.ts";

/** The first compilation waits for the worker to load and read the library. */
const FIRST_BUDGET = 20_000;
const BUDGET = 2_000;
const MARKER_OWNER = "losslab";

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

const models = new Map<string, LossModel>();
const hintsChanged = new monaco.Emitter<void>();

export class LossModel {
  readonly text: monaco.editor.ITextModel;
  #hints: readonly Hint[] = [];
  #hintPlaces: string[] = [];
  #markers: readonly Marker[] = [];
  readonly #isWarm: Record<LaneLanguage, boolean> = { typescript: false, python: false };
  #language: LaneLanguage;

  constructor(lane: string, source: string, language: LaneLanguage) {
    this.text = monaco.editor.createModel(source, language, monaco.Uri.parse(`file:///loss-${lane}.ts`));
    this.#language = language;
    this.#indent();
    models.set(this.text.uri.toString(), this);
  }

  static of(text: monaco.editor.ITextModel): LossModel | null {
    return models.get(text.uri.toString()) ?? null;
  }

  get source(): string {
    return this.text.getValue();
  }

  /** The lane is gone. */
  dispose(): void {
    models.delete(this.text.uri.toString());
    this.text.dispose();
  }

  get language(): LaneLanguage {
    return this.#language;
  }

  /** The same text, read in another language: its undo history stays. */
  setLanguage(language: LaneLanguage): void {
    this.#language = language;
    monaco.editor.setModelLanguage(this.text, language);
    this.#indent();
  }

  #indent(): void {
    this.text.updateOptions({ tabSize: this.#language === "python" ? 4 : 2, insertSpaces: true });
  }

  /** Replaces everything, so that undo brings back what was there. */
  replace(source: string): void {
    if (source === this.source) return;
    this.text.pushEditOperations(null, [{ range: this.text.getFullModelRange(), text: source }], () => null);
  }

  /** Compiles the text as it stands, within the budget: a short source can keep a compiler busy for minutes. */
  async compile(): Promise<Compilation> {
    const language = this.#language;
    const { length } = this.source;
    const budget = this.#isWarm[language] ? BUDGET : FIRST_BUDGET;
    const overdue = new Promise<null>((resolve) => setTimeout(() => resolve(null), budget));
    const answer =
      language === "python"
        ? pythonCompiler.compile(this.source)
        : lossWorker(this.text.uri).then((worker) => worker.compileLoss(this.text.uri.toString()));
    // A worker that is ended never answers, and says so too late to matter.
    answer.catch(() => undefined);
    const compilation = await Promise.race([answer, overdue]);
    if (compilation !== null) {
      this.#isWarm[language] = true;
      return compilation;
    }
    this.#isWarm[language] = false;
    if (language === "python") pythonCompiler.restart();
    else restartTypeScript();
    const message = `Compiling took more than ${budget / 1000} s and was stopped. Simplify the expressions.`;
    return {
      program: null,
      diagnostics: [{ code: "compile-timeout", severity: "error", start: 0, end: length, message }],
    };
  }

  annotate({ hints, markers }: Annotations): void {
    this.#hints = hints;
    // Decorations move with the text while it is typed, and the hints with them.
    this.#hintPlaces = this.text.deltaDecorations(
      this.#hintPlaces,
      hints.map(({ offset }) => ({
        range: monaco.Range.fromPositions(this.text.getPositionAt(offset)),
        options: { description: "shape", stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges },
      })),
    );
    this.#markers = markers;
    monaco.editor.setModelMarkers(
      this.text,
      MARKER_OWNER,
      markers.map((marker) => ({
        ...this.rangeOf(marker),
        severity: severities[marker.severity],
        message: marker.message,
        code: marker.code,
        source: "losslab",
      })),
    );
    hintsChanged.fire();
  }

  hints(): monaco.languages.InlayHint[] {
    return this.#hints.flatMap(({ text, tooltip }, i) => {
      const place = this.text.getDecorationRange(this.#hintPlaces[i] ?? "");
      return place === null ? [] : [{ position: place.getEndPosition(), label: text, tooltip, paddingLeft: true }];
    });
  }

  fixesAt(range: monaco.IRange): { readonly marker: Marker; readonly fix: Fix }[] {
    return this.#markers
      .filter((marker) => monaco.Range.areIntersectingOrTouching(this.rangeOf(marker), range))
      .flatMap((marker) => marker.fixes.map((fix) => ({ marker, fix })));
  }

  firstFix(): Fix | null {
    return this.#markers.find((marker) => marker.fixes.length > 0)?.fixes[0] ?? null;
  }

  /** Applies a fix as an edit of the user's own: undo takes it back. */
  apply(fix: Fix): void {
    this.text.pushStackElement();
    this.text.pushEditOperations(null, this.editsOf(fix), () => null);
    this.text.pushStackElement();
  }

  /** Replaces a stretch. Edits in a row are one step back. */
  edit(range: Range, text: string): void {
    this.text.pushEditOperations(null, [{ range: this.rangeOf(range), text }], () => null);
  }

  editsOf(fix: Fix): { readonly range: monaco.Range; readonly text: string }[] {
    return fix.edits.map((edit) => ({ range: this.rangeOf(edit), text: edit.text }));
  }

  rangeOf({ start, end }: Range): monaco.Range {
    return monaco.Range.fromPositions(this.text.getPositionAt(start), this.text.getPositionAt(end));
  }
}

const languages: LaneLanguage[] = ["typescript", "python"];

monaco.languages.registerInlayHintsProvider(languages, {
  onDidChangeInlayHints: hintsChanged.event,
  provideInlayHints: (text) => ({ hints: LossModel.of(text)?.hints() ?? [], dispose: () => undefined }),
});

monaco.languages.registerCodeActionProvider(languages, {
  provideCodeActions: (text, range, context) => {
    const model = LossModel.of(text);
    const actions = (model?.fixesAt(range) ?? []).map(({ marker, fix }, i) => ({
      title: fix.title,
      kind: "quickfix",
      isPreferred: i === 0,
      diagnostics: context.markers.filter((shown) => shown.message === marker.message),
      edit: {
        edits: (model?.editsOf(fix) ?? []).map((textEdit) => ({
          resource: text.uri,
          textEdit,
          versionId: text.getVersionId(),
        })),
      },
    }));
    return { actions, dispose: () => undefined };
  },
});
