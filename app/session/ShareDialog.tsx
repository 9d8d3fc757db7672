/** @file What the link is, what it says of itself, and other ways to pass the document on. */
import { type ReactNode, useId, useState } from "react";
import { documentLimits, type LossDocument } from "../document/document.ts";
import { formatted } from "../document/limits.ts";
import { MOST_LINK } from "../document/link/most-link.ts";
import { nameOf } from "../document/name.ts";
import { saveAsFile } from "../files/document-file.ts";
import { documentOf } from "../store/document.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Segments } from "../ui/Segments.tsx";
import { TextField } from "../ui/TextField.tsx";
import { listed } from "../verdict/format.ts";
import { addressOf } from "./address.ts";
import { CopyField } from "./CopyField.tsx";
import { queryOf, snippetOf } from "./embed.ts";
import type { SharedLink } from "./Session.ts";
import { useDesk } from "./session-context.ts";

interface ShareDialogProps {
  readonly shared: SharedLink;
  readonly isCopied: boolean;
  /** The document's words were changed. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function ShareDialog({ shared, isCopied, onChanged, onClose }: ShareDialogProps) {
  return (
    <Dialog title="Share link" onClose={onClose}>
      <Words onChanged={onChanged} />
      {shared.kind === "link" && (
        <Made fragment={shared.fragment} isCopied={isCopied} isInAddress={shared.isInAddress} />
      )}
      {shared.kind === "too-long" && (
        <NoLink>
          As a link this would have {formatted(shared.length)} characters. Beyond {formatted(MOST_LINK)} too many places
          cut them off; a file holds the same.
        </NoLink>
      )}
      {shared.kind === "excess" && (
        <NoLink>
          {shared.excesses.map(({ text }) => text).join(" ")} A link takes no more; this browser and a file keep all of
          it.
        </NoLink>
      )}
    </Dialog>
  );
}

/** Title and note. The link is made again when a field is left, not while it is typed in. */
function Words({ onChanged }: { readonly onChanged: () => void }) {
  const store = useLosslabStore();
  const id = useId();
  const { title, note } = useLosslab(({ document }) => document);
  const change = (part: { readonly title: string } | { readonly note: string }): void => {
    const { document } = store.getState();
    const changed = { ...document, ...part };
    if (changed.title === document.title && changed.note === document.note) return;
    store.setState({ document: changed });
    onChanged();
  };
  return (
    <>
      <div className="row">
        <label htmlFor={`${id}-title`}>Title</label>
        <TextField
          id={`${id}-title`}
          value={title}
          longest={documentLimits.title}
          takes="leaving"
          onChange={(text) => change({ title: text })}
        />
      </div>
      <div className="row">
        <label htmlFor={`${id}-note`}>Note</label>
        <TextField
          id={`${id}-note`}
          rows={2}
          placeholder="What to look at: Markdown, with maths between $ and $"
          value={note}
          longest={documentLimits.note}
          takes="leaving"
          onChange={(text) => change({ note: text })}
        />
      </div>
    </>
  );
}

function Made({
  fragment,
  isCopied,
  isInAddress,
}: {
  readonly fragment: string;
  readonly isCopied: boolean;
  readonly isInAddress: boolean;
}) {
  const store = useLosslabStore();
  const title = useLosslab(({ document }) => document.title);
  const carried = useLosslab((state) => carriedWords(documentOf(state)));
  const origin = useDesk((desk) => desk.origin);
  const url = addressOf(fragment);
  return (
    <>
      <CopyField label="Link" text={url} isCopied={isCopied} />
      <p className="muted">
        {fragment.length} characters after #, nothing on a server. {isInAddress && "It is in the address bar now. "}
        {carried === ""
          ? "Train to the end before you share, and readers see whether their run comes out the same."
          : `It carries the hash of ${carried}: readers see whether theirs comes out the same.`}
        {origin !== "own" && " Readers have to press Run before its code runs."}
      </p>
      <Embed fragment={fragment} />
      <p className="actions">
        {"share" in navigator && (
          <button
            type="button"
            className="button"
            onClick={() => void navigator.share({ title: title || "Losslab", url }).catch(() => undefined)}
          >
            Share…
          </button>
        )}
        <button type="button" className="button" onClick={() => saveAsFile(documentOf(store.getState()))}>
          Save as file
        </button>
      </p>
    </>
  );
}

/** "the whole run of A and B, of all 10 seeds and of the sweep" */
function carriedWords({ runs, seeds, study }: LossDocument): string {
  const lanes = Object.keys(runs).sort();
  return listed([
    ...(lanes.length === 0 ? [] : [`the whole run of ${listed(lanes)}`]),
    ...(study.seeds === null ? [] : [`the runs of all ${seeds} seeds`]),
    ...(study.sweep === null || study.sweep.mark === null ? [] : ["the whole sweep"]),
  ]);
}

/** For articles and lessons. */
function Embed({ fragment }: { readonly fragment: string }) {
  const title = useLosslab(({ document }) => nameOf(document));
  const ids = useLosslab(({ document }) => document.lanes.map(({ id }) => id).join(""));
  const [lane, setLane] = useState("all");
  const [hasControls, setHasControls] = useState(true);
  const query = queryOf({ lane: lane === "all" ? null : lane, hasControls });
  return (
    <details className="embed">
      <summary>Embed in a page</summary>
      <CopyField label="Snippet" text={snippetOf(addressOf(fragment, query), title)} />
      <p className="actions">
        {ids.length > 1 && (
          <Segments label="What is embedded" options={["all", ...ids]} value={lane} onChange={setLane} />
        )}
        <label className="field check">
          <input type="checkbox" checked={hasControls} onChange={({ target }) => setHasControls(target.checked)} />
          with controls
        </label>
      </p>
    </details>
  );
}

function NoLink({ children }: { readonly children: ReactNode }) {
  const store = useLosslabStore();
  return (
    <div className="bad" role="alert">
      <p>{children}</p>
      <button type="button" className="button" onClick={() => saveAsFile(documentOf(store.getState()))}>
        Save as file
      </button>
    </div>
  );
}
