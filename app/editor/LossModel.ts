/** @file One lane's text in Monaco, with its hints, markers and fixes. */
import type { Fix, Range } from "../../engine/language/program.ts";
import type { LaneLanguage } from "../document/document.ts";
import { type Annotations, type Hint, type Marker, noAnnotations } from "../verdict/annotations.ts";
import { differenceOf } from "../verdict/text-difference.ts";
import { monaco } from "./monaco.ts";
import "./python/features.ts";

const MARKER_OWNER = "losslab";

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** What changes outside the text together with it, as one step. */
export interface Companion {
  readonly undo: () => void;
  readonly redo: () => void;
}

const models = new Map<string, LossModel>();
const hintsChanged = new monaco.Emitter<void>();

export class LossModel {
  readonly text: monaco.editor.ITextModel;
  #hints: readonly Hint[] = [];
  #hintPlaces: string[] = [];
  #markers: readonly Marker[] = [];
  #language: LaneLanguage;
  /** The language that each state of the text was written in: undo goes back to states. */
  readonly #languages = new Map<number, LaneLanguage>();
  /** By the states of the text on either side of the step: what goes with it. */
  readonly #companions: { readonly before: number; readonly after: number; readonly companion: Companion }[] = [];
  #state: number;
  #length: number;
  /** The state before the last change. */
  #previous: number;
  /** The state that the markers are of; null before the first judgement. */
  #judged: number | null = null;
  /** The state that a fix is wanted for, before it is known whether there is one. */
  #wanted: number | null = null;

  constructor(lane: string, source: string, language: LaneLanguage) {
    this.text = monaco.editor.createModel(source, language, monaco.Uri.parse(`file:///loss-${lane}.ts`));
    this.#language = language;
    // The editor's option alone leaves the model's own tree of brackets, which a stranger's text can make deep.
    this.text.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    this.#indent();
    this.#languages.set(this.text.getAlternativeVersionId(), language);
    this.#length = this.text.getValueLength();
    this.#state = this.text.getAlternativeVersionId();
    this.#previous = this.#state;
    this.text.onDidChangeContent(({ isUndoing, isRedoing, changes }) => {
      // Where everything is replaced, nothing is left for a shape to stand behind.
      if (changes.some(({ rangeLength }) => rangeLength > 0 && rangeLength >= this.#length)) this.#show(noAnnotations);
      this.#length = this.text.getValueLength();
      this.#onContent(isUndoing || isRedoing);
      this.#accompany(isUndoing, isRedoing);
    });
    models.set(this.text.uri.toString(), this);
  }

  #onContent(goesBack: boolean): void {
    const state = this.text.getAlternativeVersionId();
    const before = this.#languages.get(state);
    if (goesBack && before !== undefined) this.#setLanguage(before);
    else this.#languages.set(state, this.#language);
  }

  #accompany(isUndoing: boolean, isRedoing: boolean): void {
    const from = this.#state;
    const to = this.text.getAlternativeVersionId();
    this.#state = to;
    this.#previous = from;
    for (const { before, after, companion } of this.#companions) {
      if (isUndoing && from === after && to === before) companion.undo();
      if (isRedoing && from === before && to === after) companion.redo();
    }
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

  /** Another language, and the text in it, as one step: undo takes back both. */
  switchTo(language: LaneLanguage, source: string): void {
    this.text.pushStackElement();
    this.#setLanguage(language);
    if (source === this.source) this.#languages.set(this.text.getAlternativeVersionId(), language);
    this.replace(source);
    this.text.pushStackElement();
  }

  #setLanguage(language: LaneLanguage): void {
    if (language === this.#language) return;
    this.#language = language;
    monaco.editor.setModelLanguage(this.text, language);
    this.#indent();
  }

  #indent(): void {
    this.text.updateOptions({
      tabSize: this.#language === "python" ? 4 : 2,
      insertSpaces: true,
    });
  }

  /** Replaces everything, as one step: undo brings back what was there, and takes back what came with it. */
  replace(source: string, companion?: Companion): void {
    if (source === this.source && companion === undefined) return;
    this.text.pushStackElement();
    const before = this.text.getAlternativeVersionId();
    this.text.pushEditOperations(null, [{ range: this.text.getFullModelRange(), text: source }], () => null);
    this.text.pushStackElement();
    if (companion !== undefined)
      this.#companions.push({ before, after: this.text.getAlternativeVersionId(), companion });
  }

  /**
   * What was pasted a moment ago becomes this text in this language: with the paste itself it is one step, and undo takes back all of it.
   */
  settlePaste(language: LaneLanguage, source: string, companion: Companion): void {
    this.text.popStackElement();
    this.#become(language, source, companion, this.#previous);
  }

  /** Another text in another language takes the place of everything, as one step. */
  fill(language: LaneLanguage, source: string, companion: Companion): void {
    this.text.pushStackElement();
    this.#become(language, source, companion, this.text.getAlternativeVersionId());
  }

  #become(language: LaneLanguage, source: string, companion: Companion, before: number): void {
    this.#setLanguage(language);
    const edit = differenceOf(this.source, source);
    if (edit === null) this.#languages.set(this.text.getAlternativeVersionId(), language);
    else this.edit(edit, edit.text);
    this.text.pushStackElement();
    this.#companions.push({ before, after: this.text.getAlternativeVersionId(), companion });
  }

  /** What the text as it stands was judged to be. */
  annotate(annotations: Annotations): void {
    this.#show(annotations);
    this.#judged = this.text.getAlternativeVersionId();
    const isWanted = this.#wanted === this.#judged;
    this.#wanted = null;
    if (isWanted) this.fix();
  }

  #show({ hints, markers }: Annotations): void {
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

  /** Applies the first fix there is: now, or as soon as the text has been judged, unless it has become another by then. */
  fix(): void {
    const state = this.text.getAlternativeVersionId();
    if (this.#judged !== state) {
      this.#wanted = state;
      return;
    }
    const fix = this.#markers.find((marker) => marker.fixes.length > 0)?.fixes[0];
    if (fix !== undefined) this.apply(fix);
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
