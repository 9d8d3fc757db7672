/** @file Which seed the charts show alone, and the way back to all of them. */
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { useStudied } from "./use-studied.ts";

export function SeedAlone() {
  const store = useLosslabStore();
  const seed = useLosslab((state) => state.shownSeed);
  const isStudied = useStudied().length > 0;
  if (seed === null || !isStudied) return null;
  return (
    <span className="seed-alone">
      <span className="muted">seed {seed} alone</span>
      <button type="button" className="button small" onClick={() => store.setState({ shownSeed: null })}>
        All seeds
      </button>
    </span>
  );
}
