/** @file Takes a chart along: as a picture, or as the numbers in it. */
import { type ReactNode, useRef, useState } from "react";
import { laneStyle } from "../charts/lane-style.ts";
import type { LegendEntry } from "../charts/legend-lines.ts";
import { PictureStage } from "../charts/PictureStage.tsx";
import { nameOf } from "../document/name.ts";
import { pngOf, svgOf } from "../files/chart-image.ts";
import { download, fileNameOf } from "../files/download.ts";
import { embeddedFonts } from "../files/picture-fonts.ts";
import { pictureSizes } from "../files/picture-size.ts";
import { laneOf, type PictureStyle } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { DownloadIcon } from "../ui/icons.tsx";
import { Menu, type MenuChoice } from "../ui/Menu.tsx";

export interface ChartPicture {
  readonly plots: ReactNode;
  readonly lanes: readonly string[];
  readonly legend: readonly LegendEntry[];
}

interface ChartMenuProps {
  readonly title: string;
  /** What stands over the picture, where that is more than the title. */
  readonly heading?: string;
  /** There is nothing to be drawn, or no number. */
  readonly isOff: boolean;
  readonly hasNumbers: boolean;
  readonly csv: () => string | Promise<string>;
  /** What a picture of it shows; nothing where there is no picture. */
  readonly picture?: ChartPicture | undefined;
}

export function ChartMenu({ title, heading = title, isOff, hasNumbers, csv, picture }: ChartMenuProps) {
  const store = useLosslabStore();
  const style = useLosslab((state) => state.picture);
  const root = useRef<HTMLSpanElement>(null);
  const [drawing, setDrawing] = useState<"svg" | "png" | null>(null);
  const name = nameOf(store.getState().document);
  const file = (extension: string): string => fileNameOf(nameOf(store.getState().document), title, extension);
  const laneName = (lane: string): string => laneOf(store.getState(), lane)?.name ?? "";

  const saveNumbers = async (): Promise<void> => download(file("csv"), "text/csv", await csv());
  const onDrawn = async (stage: Element): Promise<void> => {
    const made = svgOf(stage, pictureSizes[style.size], await embeddedFonts());
    setDrawing(null);
    if (drawing === "svg") download(file("svg"), "image/svg+xml", made.svg);
    else download(file("png"), "image/png", await pngOf(made));
  };
  const size = pictureSizes[style.size].layout ?? sizeOf(root.current);
  return (
    <span ref={root} className="save-menu">
      <Menu
        label={`Save ${title.toLowerCase()}`}
        actions={[
          ...(picture === undefined
            ? []
            : [
                { title: "Picture (SVG)", isDisabled: isOff, run: () => setDrawing("svg") },
                { title: "Picture (PNG)", isDisabled: isOff, run: () => setDrawing("png") },
              ]),
          { title: "Numbers (CSV)", isDisabled: !hasNumbers, run: () => void saveNumbers() },
        ]}
        choices={
          picture === undefined
            ? []
            : choicesOf(style, (change) => store.setState({ picture: { ...style, ...change } }))
        }
      >
        <DownloadIcon />
      </Menu>
      {picture !== undefined && drawing !== null && (
        <PictureStage
          heading={heading}
          legend={[
            ...picture.lanes.map((lane): LegendEntry => ({ text: `${lane} ${laneName(lane)}`, sign: lineOf(lane) })),
            ...picture.legend,
          ]}
          from={name}
          theme={style.theme}
          {...size}
          onDrawn={(stage) => void onDrawn(stage)}
        >
          {picture.plots}
        </PictureStage>
      )}
    </span>
  );
}

function choicesOf(
  { size, theme }: PictureStyle,
  onChange: (change: Partial<PictureStyle>) => void,
): readonly MenuChoice[] {
  return [
    {
      label: "Size of pictures",
      value: size,
      options: sizes.map((name) => [name, pictureSizes[name].title] as const),
      onChange: (value) => {
        const chosen = sizes.find((name) => name === value);
        if (chosen !== undefined) onChange({ size: chosen });
      },
    },
    {
      label: "Colours of pictures",
      value: theme,
      options: [
        ["light", "Light, on white"],
        ["dark", "Dark"],
      ],
      onChange: (value) => onChange({ theme: value === "dark" ? "dark" : "light" }),
    },
  ];
}

const sizes = ["column", "page", "slide", "shown"] as const satisfies readonly PictureStyle["size"][];

const lineOf = (lane: string): LegendEntry["sign"] => {
  const { stroke, strokeDasharray } = laneStyle(lane);
  return { kind: "line", stroke, dashes: strokeDasharray, width: 2 };
};

/** The chart's own size, with room for what a picture says besides. */
function sizeOf(element: Element | null): { readonly width: number; readonly height: number } {
  const { width, height } = element?.closest("figure")?.getBoundingClientRect() ?? { width: 480, height: 320 };
  return { width: Math.round(width), height: Math.round(Math.max(height, 200)) };
}
