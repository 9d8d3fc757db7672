/** @file The whole text of a loss for paper, where an editor would show what is in sight of it. */
import { laneOf } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";

export function PrintedCode({ id }: { readonly id: string }) {
  const source = useLosslab((state) => laneOf(state, id)?.source ?? "");
  return (
    <pre className="printed-code" aria-hidden="true">
      {source}
    </pre>
  );
}
