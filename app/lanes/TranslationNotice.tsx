/** @file Says why a loss was left in its language, where, and what can be done. */
import type { Range } from "../../engine/language/program.ts";
import { languageNames } from "../document/document.ts";
import { setNotice } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { lineOf } from "../verdict/source-text.ts";
import { useController } from "./controller-context.ts";
import { withPane } from "./editor-panes.ts";

/** More would push the loss out of sight. */
const MOST_SHOWN = 4;

export function TranslationNotice({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const notice = useLosslab(({ notices }) => notices[id] ?? null);
  const source = useLosslab(({ document }) => document.lanes.find((lane) => lane.id === id)?.source ?? "");
  if (notice === null) return null;
  const name = languageNames[notice.language];
  const show = (range: Range): void => {
    withPane(id, (pane) => {
      pane.select(range);
      pane.focus();
    });
  };
  const hidden = notice.refusals.length - MOST_SHOWN;
  return (
    <section className="notice translation" role="alert" aria-label={`Translation of loss ${id}`}>
      <p>
        <b>Not put into {name}.</b> Nothing was changed: {name} has no form here for
      </p>
      <ul>
        {notice.refusals.slice(0, MOST_SHOWN).map((refusal) => (
          <li key={`${refusal.start}${refusal.message}`}>
            <button type="button" className="link" onClick={() => show(refusal)}>
              line {lineOf(source, refusal.start)}
            </button>
            : {refusal.message}
          </li>
        ))}
        {hidden > 0 && <li className="muted">and {hidden} more</li>}
      </ul>
      <p className="notice-actions">
        <button type="button" className="button" onClick={() => controller.keepText(id, notice.language)}>
          Read it as {name} as it stands
        </button>
        <button type="button" className="button" onClick={() => setNotice(store, id, null)}>
          Leave it
        </button>
      </p>
    </section>
  );
}
