/** @file Takes a chart along: as a picture, or as the numbers in it. */
import { useRef } from "react";
import { nameOf } from "../document/name.ts";
import { pngOf, svgOf } from "../files/chart-image.ts";
import { download, fileName } from "../files/download.ts";
import { fitCsv, metricsCsv, type NamedRun, seriesCsv } from "../files/run-csv.ts";
import { laneOf } from "../store/store.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { DownloadIcon } from "../ui/icons.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useRuns } from "./shown-runs.ts";

const kinds = {
  loss: { title: "Training loss", csv: seriesCsv, isDrawn: true },
  fit: { title: "Fit", csv: fitCsv, isDrawn: true },
  metrics: { title: "Metrics", csv: metricsCsv, isDrawn: false },
} as const;

export function SaveMenu({ of }: { readonly of: keyof typeof kinds }) {
  const store = useLosslabStore();
  const runs = useRuns();
  const root = useRef<HTMLSpanElement>(null);
  const { title, csv, isDrawn } = kinds[of];
  const nothing = runs.length === 0;
  const file = (extension: string) => `${fileName(nameOf(store.getState().document))}-${fileName(title)}.${extension}`;
  const picture = () => {
    const figure = root.current?.closest("figure");
    return figure == null ? null : svgOf(figure, `${nameOf(store.getState().document)}: ${title}`);
  };
  const named = (): NamedRun[] =>
    runs.map(({ lane, progress }) => ({ lane, progress, name: laneOf(store.getState(), lane)?.name ?? "" }));
  return (
    <span ref={root} className="save-menu">
      <Menu
        label={`Save ${title.toLowerCase()}`}
        actions={[
          ...(isDrawn
            ? [
                {
                  title: "Picture (SVG)",
                  isDisabled: nothing && of === "loss",
                  run: () => {
                    const drawn = picture();
                    if (drawn !== null) download(file("svg"), "image/svg+xml", drawn.svg);
                  },
                },
                {
                  title: "Picture (PNG)",
                  isDisabled: nothing && of === "loss",
                  run: () => {
                    const drawn = picture();
                    if (drawn !== null) void pngOf(drawn).then((png) => download(file("png"), "image/png", png));
                  },
                },
              ]
            : []),
          { title: "Numbers (CSV)", isDisabled: nothing, run: () => download(file("csv"), "text/csv", csv(named())) },
        ]}
      >
        <DownloadIcon />
      </Menu>
    </span>
  );
}
