/** @file The loss, or the reference metric, over the plane: a map for each lane with all lanes' ways in it, on the same axes, and its numbers. */
import { memo, useMemo, useState } from "react";
import { ContourLines } from "../../charts/plane/ContourLines.tsx";
import { evenLevels, type Grid, leastOf, nearestValue, type Place } from "../../charts/plane/grid.ts";
import { PlaneCrosshair } from "../../charts/plane/PlaneCrosshair.tsx";
import { Plot } from "../../charts/Plot.tsx";
import { useLosslab } from "../../store/store-context.ts";
import { Segments } from "../../ui/Segments.tsx";
import { formatCount, formatNumber } from "../../verdict/format.ts";
import { ChartMenu } from "../ChartMenu.tsx";
import { LaneMaps, stagedMaps } from "../LaneMaps.tsx";
import { LaneToggles } from "../Legend.tsx";
import type { LaneSurface } from "./drawn.ts";
import { landscapeCsv } from "./landscape-csv.ts";
import type { Lay, PlaneWish } from "./lay.ts";
import { Routes } from "./Routes.tsx";
import { ValuesTable } from "./ValuesTable.tsx";
import { componentWords, surfaceNote } from "./words.ts";

interface LandscapeMapsProps {
  readonly lay: Lay;
  readonly surfaces: readonly LaneSurface[];
  readonly wish: PlaneWish;
  readonly lanes: readonly string[];
}

const values = ["loss", "metric"] as const;
const scales = ["log", "linear"] as const;

export const LandscapeMaps = memo(function LandscapeMaps({ lay, surfaces, wish, lanes }: LandscapeMapsProps) {
  const [value, setValue] = useState<(typeof values)[number]>("loss");
  const [scale, setScale] = useState<(typeof scales)[number]>("log");
  const [at, setAt] = useState<Place | null>(null);
  const handlings = useLosslab(({ training }) => training);
  const [first] = surfaces;
  const maps = useMemo(() => {
    const grids = surfaces.map((surface) => surface[value]);
    return surfaces.map((surface) => {
      const grid = surface[value];
      // What is measured alike is drawn at the same levels; losses have scales of their own.
      const levels = evenLevels(value === "loss" ? [grid] : grids, scale);
      return {
        lane: surface.lane,
        note: surfaceNote(surface, value, leastOf(grid).value),
        painting: <SurfacePlot key={surface.lane} lane={surface.lane} grid={grid} levels={levels} lay={lay} />,
      };
    });
  }, [surfaces, lay, value, scale]);
  if (first === undefined) return null;
  const { across, up } = first.loss;
  const metricName = first.metricName === "" ? "metric" : first.metricName;
  const said =
    at === null ? [] : surfaces.map((surface) => ({ lane: surface.lane, value: nearestValue(surface[value], at) }));
  const named = value === "loss" ? "loss" : metricName;
  const title = "Landscape";
  const shown = maps.map(({ painting, ...map }, i) => ({
    ...map,
    painting: (
      <div className="plot layers contour-plot">
        <div aria-hidden="true">{painting}</div>
        <PlaneCrosshair
          label={i === 0 ? "Values at a place of the landscape" : null}
          across={across}
          up={up}
          at={at}
          places="at"
          value={named}
          said={said}
          onMove={setAt}
        />
      </div>
    ),
  }));
  const components = surfaces.flatMap(({ lane, found }) => {
    const handling = handlings[lane]?.handling;
    const words = handling === undefined ? null : componentWords(found, handling, wish.components[lane] ?? null);
    return words === null ? [] : [`Lane ${lane}: ${words}.`];
  });
  const { rows } = first.found;
  return (
    <>
      <figure className="card landscape-maps" aria-label={title}>
        <figcaption className="card-head">
          <h2>{title}</h2>
          <Segments
            label="What is drawn"
            options={values}
            names={{ loss: "loss", metric: metricName }}
            value={value}
            onChange={setValue}
          />
          <Segments label="Levels" options={scales} value={scale} onChange={setScale} />
          <span className="muted">
            {rows === 0 ? "of the tensor that is descended" : `over ${formatCount(rows)} training rows`}; lines of equal{" "}
            {named}, ○ start, ● end
          </span>
          <LaneToggles lanes={lanes} />
          <ChartMenu
            title={title}
            heading={`${title}: ${named}`}
            isOff={false}
            hasNumbers
            csv={() => landscapeCsv(surfaces, [lay.across, lay.up])}
            picture={{
              lanes: lay.lanes,
              legend: [],
              plots: stagedMaps(maps.map((map) => ({ ...map, painting: <div className="plot">{map.painting}</div> }))),
            }}
          />
        </figcaption>
        {components.map((words) => (
          <p key={words} className="muted landscape-note">
            {words}
          </p>
        ))}
        <p className="visually-hidden">
          {surfaces
            .map((surface) => {
              const least = leastOf(surface[value]);
              return `Lane ${surface.lane}: least ${named} ${formatNumber(least.value)} at ${lay.across} ${formatNumber(least.x)}, ${lay.up} ${formatNumber(least.y)}.`;
            })
            .join(" ")}
        </p>
        <LaneMaps maps={shown} />
      </figure>
      <ValuesTable surfaces={surfaces} value={value} named={named} lay={lay} />
    </>
  );
});

interface SurfacePlotProps {
  readonly lane: string;
  readonly grid: Grid;
  readonly levels: readonly number[];
  readonly lay: Lay;
}

function SurfacePlot({ lane, grid, levels, lay }: SurfacePlotProps) {
  const lines = useMemo(
    () => (
      <ContourLines
        lane={lane}
        grid={grid}
        levels={levels}
        draw={({ place }) => <Routes routes={lay.routes} place={place} />}
      />
    ),
    [lane, grid, levels, lay],
  );
  return (
    <Plot
      curves={none}
      scale="linear"
      domain={[grid.up.from, grid.up.to]}
      start={grid.across.from}
      end={grid.across.to}
      across={lay.across}
      up={lay.up}
      rows={5}
      tickText={formatNumber}
      marks={lines}
    />
  );
}

const none: readonly never[] = [];
