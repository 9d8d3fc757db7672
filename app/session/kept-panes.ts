/** @file The sizes that panes were last given in this browser: what a document does not say of them, these do. */
import * as v from "valibot";
import type { Store } from "../store/store.ts";
import { type SmallStorage, tryToGet, tryToSet } from "./browser-storage.ts";

const PANES = "losslab.panes";

const share = v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), null);
const panesSchema = v.object({ lanesShare: share, editorShare: share });

type Panes = v.InferOutput<typeof panesSchema>;

function keptPanes(storage: SmallStorage): Panes {
  const none: Panes = { lanesShare: null, editorShare: null };
  try {
    const result = v.safeParse(panesSchema, JSON.parse(tryToGet(storage, PANES) ?? "null"));
    return result.success ? result.output : none;
  } catch {
    return none;
  }
}

/** Gives a document's store the sizes it has none of itself, and keeps those that are chosen from now on. */
export function keepPanes(store: Store, storage: SmallStorage): void {
  const kept = keptPanes(storage);
  store.setState(({ lanesShare, editorShare }) => ({
    lanesShare: lanesShare ?? kept.lanesShare,
    editorShare: editorShare ?? kept.editorShare,
  }));
  store.subscribe(({ lanesShare, editorShare }, before) => {
    if (lanesShare === before.lanesShare && editorShare === before.editorShare) return;
    tryToSet(storage, PANES, JSON.stringify({ lanesShare, editorShare }));
  });
}
