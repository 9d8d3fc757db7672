/** @file Asks which of several losses is meant. The answer goes into the text, so that links and files keep it. */
import { useLosslab } from "../store/store-context.ts";
import { useFirsts } from "../ui/use-firsts.tsx";
import { choiceWords } from "../verdict/script-words.ts";
import { useController } from "./controller-context.ts";

export function EntryChooser({ id }: { readonly id: string }) {
  const controller = useController();
  const result = useLosslab(({ results }) => results[id]);
  const choices = result?.compilation?.choices ?? [];
  const { shown, more } = useFirsts(choices.length);
  if (result === undefined || choices.length === 0) return null;
  const tried = result.compilation?.program?.entry.name;
  return (
    <section className="notice pasted" aria-label={`Which loss of lane ${id} is meant`}>
      <p role="status">
        <b>{choices.length} losses stand here.</b> Which one is meant? Until you say, it is {tried}.
      </p>
      <ul className="choices" aria-label={`Losses in lane ${id}`}>
        {choices.slice(0, shown).map((choice) => (
          <li key={choice.start}>
            <button
              type="button"
              className="button"
              aria-label={`${choice.name}, ${choiceWords(result.source, choice)}`}
              onClick={async () => {
                const model = await controller.model(id);
                const pasting = await controller.pasting();
                if (model?.source === result.source) pasting.choose(id, model, choice);
              }}
            >
              <code>{choice.name}</code> <span className="muted">{choiceWords(result.source, choice)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}
