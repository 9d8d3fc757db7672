/** @file Tensors: what the first one has become in each lane, and what it was. */
import type { TensorDataset } from "../../engine/data/dataset.ts";
import { LaneSwatch } from "../charts/LaneSwatch.tsx";
import { StaleMarks } from "../charts/StaleMark.tsx";
import { useLosslab } from "../store/store-context.ts";
import { formatShape } from "../verdict/format.ts";
import { SaveMenu } from "./SaveMenu.tsx";
import { useMoments } from "./shown-runs.ts";
import { TensorCanvas } from "./TensorCanvas.tsx";
import { wayOf } from "./tensor-ways.ts";

export function TensorFit({ dataset }: { readonly dataset: TensorDataset }) {
  const hidden = useLosslab((state) => state.hidden);
  const tensors = useMoments()
    .filter(({ lane }) => !hidden.includes(lane))
    .flatMap(({ lane, frame: { picture } }) => (picture.kind === "tensor" ? [{ lane, picture }] : []));
  const [first] = dataset.tensors;
  const shown = tensors[0]?.picture;
  return (
    <figure className="card" aria-label="Fit">
      <figcaption className="card-head">
        <h2>Fit</h2>
        <span className="muted">
          the first tensor {first === undefined ? "" : formatShape(first.shape)}
          {shown === undefined ? "" : `, ${wayOf(shown).about}`}
        </span>
        <StaleMarks lanes={tensors.map(({ lane }) => lane)} />
        <SaveMenu of="fit" />
      </figcaption>
      {tensors.length === 0 ? (
        <p className="empty">Train descends the first tensor itself: here it moves.</p>
      ) : (
        <div className={`maps count-${tensors.length}`}>
          {tensors.map(({ lane, picture }) => (
            <div className="map-of-lane" key={lane}>
              <p className="map-head">
                <LaneSwatch lane={lane} />
              </p>
              <TensorCanvas lane={lane} picture={picture} />
            </div>
          ))}
        </div>
      )}
    </figure>
  );
}
