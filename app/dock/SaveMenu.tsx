/** @file Takes a chart of runs along: as a picture, or as the numbers in it. */
import { fitCsv, metricsCsv, type NamedRun, seriesCsv } from "../files/run-csv.ts";
import { useController } from "../lanes/controller-context.ts";
import { laneOf } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { formatCount } from "../verdict/format.ts";
import { ChartMenu, type ChartPicture } from "./ChartMenu.tsx";
import { useMoments } from "./shown-runs.ts";

const kinds = {
  loss: { title: "Training loss", csv: seriesCsv, needsRun: true, needsEveryStep: true },
  fit: { title: "Fit", csv: fitCsv, needsRun: false, needsEveryStep: false },
  metrics: { title: "Metrics", csv: metricsCsv, needsRun: true, needsEveryStep: false },
} as const;

interface SaveMenuProps {
  readonly of: keyof typeof kinds;
  readonly picture?: ChartPicture;
}

export function SaveMenu({ of, picture }: SaveMenuProps) {
  const store = useLosslabStore();
  const { trainer } = useController();
  const moments = useMoments();
  const replayed = useLosslab(({ replay }) => replay?.shown ?? null);
  const { title, csv, needsRun, needsEveryStep } = kinds[of];
  const nothing = moments.length === 0;
  const numbers = async (): Promise<string> => {
    const runs = await Promise.all(
      moments.map(async ({ lane, progress, frame }): Promise<NamedRun> => {
        const whole = needsEveryStep ? await trainer.seriesOf(lane) : null;
        return { lane, name: laneOf(store.getState(), lane)?.name ?? "", progress, frame, whole };
      }),
    );
    return csv(runs);
  };
  return (
    <ChartMenu
      title={title}
      heading={`${title}${replayed === null || of !== "fit" ? "" : ` at step ${formatCount(replayed)}`}`}
      isOff={nothing && needsRun}
      hasNumbers={!nothing}
      csv={numbers}
      picture={picture}
    />
  );
}
