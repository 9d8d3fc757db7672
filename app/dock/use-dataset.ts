/** @file What the document is trained on, for whoever draws it. */
import { useEffect, useState } from "react";
import type { Dataset } from "../../engine/data/dataset.ts";
import { useController } from "../lanes/controller-context.ts";
import { useLosslab } from "../store/store-context.ts";

/** What was before stands until that has come. */
export function useDataset(): Dataset | null {
  const controller = useController();
  const experiment = useLosslab(({ document }) => document.experiment);
  const { dataset: id, toy, tensors, reading } = experiment;
  const data = useLosslab(({ document }) => document.data);
  const isFaulty = useLosslab(({ dataFault }) => dataFault !== null);
  const [dataset, setDataset] = useState<Dataset | null>(() => controller.knownDataset());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controller reads these off the document
  useEffect(() => {
    let isGone = false;
    void controller.dataset().then((loaded) => {
      if (!isGone) setDataset(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [controller, id, toy, tensors, reading, data, isFaulty]);
  return dataset;
}
