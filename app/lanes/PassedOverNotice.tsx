/** @file Says what of a script is not run, for each line why. Folded, since the loss itself is what one came for. */
import { useLosslab } from "../store/store-context.ts";
import { passedOverLines, passedOverWords } from "../verdict/script-words.ts";

export function PassedOverNotice({ id }: { readonly id: string }) {
  const result = useLosslab(({ results }) => results[id]);
  const passedOver = result?.compilation?.passedOver ?? [];
  if (result === undefined || passedOver.length === 0) return null;
  const count = passedOverLines(result.source, passedOver);
  return (
    <details className="passed-over" aria-label={`Passed over in loss ${id}`}>
      <summary>
        {count === 1 ? "1 line" : `${count} lines`} round the loss {count === 1 ? "is" : "are"} passed over
      </summary>
      <ul>
        {passedOverWords(result.source, passedOver).map(({ reason, where, why }) => (
          <li key={reason}>
            {where}: <span className="muted">{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
