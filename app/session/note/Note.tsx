/** @file What the author of a document wrote about it. What reads Markdown and maths is loaded where there is a note, and not before. */
import { lazy, Suspense } from "react";
import { useLosslab } from "../../store/store-context.ts";

const NoteBody = lazy(async () => ({ default: (await import("./NoteBody.tsx")).NoteBody }));

export function Note() {
  const note = useLosslab(({ document }) => document.note);
  if (note.trim() === "") return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key
    <section className="note" aria-label="Note" tabIndex={0}>
      <Suspense fallback={<p className="origin-note">{note}</p>}>
        <NoteBody note={note} />
      </Suspense>
    </section>
  );
}
