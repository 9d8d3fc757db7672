/** @file What was pasted into a lane: its language, what is taken off it, and what the lane is called after it. */

import { ENTRY_MARK } from "../../engine/language/entry-mark.ts";
import { devicesIn } from "../../engine/language/pasted/devices.ts";
import { type Taken, taken } from "../../engine/language/pasted/take.ts";
import type { EntryChoice, Range } from "../../engine/language/program.ts";
import { examples } from "../document/examples.ts";
import type { LaneLanguage } from "../document/document.ts";
import { isNameOf, titleOf, uniqueName } from "../document/lane-name.ts";
import type { Companion, LossModel } from "../editor/LossModel.ts";
import { laneOf, type State, type Store, setLane, setPaste } from "../store/store.ts";

/** A name that comes with a paste: undo takes it back, unless it was changed by hand since. */
class Naming implements Companion {
  readonly #store: Store;
  readonly #lane: string;
  readonly #before: string;
  #after: string;

  constructor(store: Store, lane: string) {
    this.#store = store;
    this.#lane = lane;
    this.#before = laneOf(store.getState(), lane)?.name ?? "";
    this.#after = this.#before;
  }

  readonly undo = (): void => this.#change(this.#after, this.#before);
  readonly redo = (): void => this.#change(this.#before, this.#after);

  become(name: string): void {
    this.#change(this.#after, name);
    this.#after = name;
  }

  #change(from: string, to: string): void {
    if (laneOf(this.#store.getState(), this.#lane)?.name === from) setLane(this.#store, this.#lane, { name: to });
  }
}

export class Pasting {
  readonly #store: Store;
  readonly #onLanguage: (lane: string) => void;
  /** By lane: the paste whose loss is not known yet, and the text that it is looked for in. */
  readonly #unnamed = new Map<string, { readonly naming: Naming; readonly model: LossModel }>();
  readonly #unsubscribe: () => void;

  /** `onLanguage` is told when a lane's language has changed, with its text or without. */
  constructor(store: Store, onLanguage: (lane: string) => void) {
    this.#store = store;
    this.#onLanguage = onLanguage;
    this.#unsubscribe = store.subscribe((now, before) => {
      if (now.results === before.results) return;
      for (const lane of [...this.#unnamed.keys()]) this.#name(lane, now);
    });
  }

  dispose(): void {
    this.#unsubscribe();
  }

  /** Something was pasted in the editor, and stands in the model. */
  pasted(lane: string, model: LossModel, range: Range): void {
    const made = taken(model.source, range, model.language);
    this.#take(lane, model, made, (naming) => model.settlePaste(made.language, made.text, naming));
  }

  /** A text takes the place of what stands in the lane. */
  fill(lane: string, model: LossModel, text: string): void {
    const made = taken(text, { start: 0, end: text.length }, model.language);
    this.#take(lane, model, made, (naming) => model.fill(made.language, made.text, naming));
  }

  /** One of several is the loss: the text says so, in a comment where it is defined, and keeps it wherever it goes. */
  choose(lane: string, model: LossModel, choice: EntryChoice): void {
    const { source, language } = model;
    const state = this.#store.getState();
    const naming = new Naming(this.#store, lane);
    const title = hasAutomaticName(state, lane) ? titleOf(choice.name) : null;
    model.fill(language, marked(source, language, choice), naming);
    if (title !== null) naming.become(uniqueName(title, otherNames(state, lane)));
  }

  #take(lane: string, model: LossModel, made: Taken, put: (naming: Naming) => void): void {
    const { language } = model;
    const isAutomatic = hasAutomaticName(this.#store.getState(), lane);
    const naming = new Naming(this.#store, lane);
    put(naming);
    setLane(this.#store, lane, { source: model.source, language: model.language });
    if (model.language !== language) this.#onLanguage(lane);
    if (made.isWhole && isAutomatic) this.#unnamed.set(lane, { naming, model });
    const { removals, replacesRest, pasted } = made;
    const switchedTo = made.language === language ? null : made.language;
    const { text } = made;
    const devices = made.language === "python" && made.isWhole ? devicesIn(text) : [];
    if (switchedTo !== null || removals.length > 0 || devices.length > 0)
      setPaste(this.#store, lane, { switchedTo, removals, replacesRest, pasted, text, devices });
  }

  /** Calls the lane after its loss, once that is known. */
  #name(lane: string, state: State): void {
    const waiting = this.#unnamed.get(lane);
    const result = state.results[lane];
    if (waiting === undefined || result?.source !== waiting.model.source || result.compilation === null) return;
    this.#unnamed.delete(lane);
    const identifier = result.compilation.program?.entry.name;
    const title = identifier === undefined ? null : titleOf(identifier);
    if (title !== null) waiting.naming.become(uniqueName(title, otherNames(state, lane)));
  }
}

const otherNames = ({ document }: State, lane: string): string[] =>
  document.lanes.filter(({ id }) => id !== lane).map(({ name }) => name);

/** Behind the line on which it begins. */
function marked(source: string, language: LaneLanguage, { end }: EntryChoice): string {
  const rest = /^[^\r\n]*/.exec(source.slice(end))?.[0] ?? "";
  const at = end + rest.trimEnd().length;
  const comment = language === "python" ? "#" : "//";
  return `${source.slice(0, at)}  ${comment} ${ENTRY_MARK}${source.slice(at)}`;
}

/** Nobody gave it: it is an example's, or that of the loss that stood there. */
function hasAutomaticName(state: State, lane: string): boolean {
  const name = laneOf(state, lane)?.name ?? "";
  const before = state.results[lane]?.compilation?.program?.entry.name;
  const titles = [...examples.map((example) => example.name), ...(before === undefined ? [] : [titleOf(before)])];
  return name === "" || titles.some((title) => title !== null && isNameOf(name, title));
}
