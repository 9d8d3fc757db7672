/** @file What can be done with a run that was made. */
import { useState } from "react";
import { type KeptRun, laneOfRun } from "../../document/kept-run.ts";
import { formatted } from "../../document/limits.ts";
import { MOST_LINK } from "../../document/link/most-link.ts";
import { addressOf } from "../../session/address.ts";
import { CopyField } from "../../session/CopyField.tsx";
import { linkOf, type SharedLink } from "../../session/Session.ts";
import { addLaneOf } from "../../store/lanes.ts";
import { useLosslab, useLosslabStore } from "../../store/store-context.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { MoreIcon } from "../../ui/icons.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { titleOfRun } from "./run-rows.ts";

export function RunMenu({ run, onDelete }: { readonly run: KeptRun; readonly onDelete: () => void }) {
  const store = useLosslabStore();
  const isFull = useLosslab(({ document }) => document.lanes.length >= 4);
  const active = useLosslab(({ activeLane }) => activeLane);
  const [shared, setShared] = useState<SharedLink | null>(null);
  const { experiment, data } = run.document;
  const restore = (): void => {
    const { document } = store.getState();
    const lr = experiment.lr === document.experiment.lr ? null : experiment.lr;
    addLaneOf(store, { ...laneOfRun(run), lr });
  };
  // Its data come along; those of the document stay where nothing of it is trained on.
  const takeSettings = (): void =>
    store.setState(({ document }) => ({
      document: {
        ...document,
        experiment,
        data: data ?? document.data,
        lanes: document.lanes.map((lane) => ({ ...lane, lr: null })),
      },
    }));
  return (
    <>
      <Menu
        label={`Actions of “${titleOfRun(run)}”`}
        actions={[
          {
            title: isFull ? "Restore as a lane (four are the most)" : "Restore as a lane",
            isDisabled: isFull,
            run: restore,
          },
          { title: "Use its settings", run: takeSettings },
          {
            title: `Compare its code with ${active}`,
            run: () => store.setState({ compared: [run.id, active] }),
          },
          { title: "Link of this run", run: () => void linkOf(run.document).then(setShared) },
          { title: "Delete", run: onDelete },
        ]}
      >
        <MoreIcon />
      </Menu>
      {shared !== null && (
        <Dialog title={`Link of “${titleOfRun(run)}”`} onClose={() => setShared(null)}>
          <Shared shared={shared} />
        </Dialog>
      )}
    </>
  );
}

function Shared({ shared }: { readonly shared: SharedLink }) {
  if (shared.kind === "link")
    return (
      <>
        <CopyField label="Link of the run" text={addressOf(shared.fragment)} />
        <p className="muted">
          It holds this loss, its settings and the hash of this run: who trains it sees whether theirs comes out the
          same. The document's other lanes and runs stay here.
        </p>
      </>
    );
  return (
    <p className="bad" role="alert">
      {shared.kind === "too-long"
        ? `As a link this would have ${formatted(shared.length)} characters; beyond ${formatted(MOST_LINK)} too many places cut them off.`
        : shared.excesses.map(({ text }) => text).join(" ")}{" "}
      Save all runs as JSON to pass it on.
    </p>
  );
}
