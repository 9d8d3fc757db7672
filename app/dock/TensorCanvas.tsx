/** @file A tensor on a canvas: it is redrawn with every report. */
import { useEffect, useRef } from "react";
import { useShownTheme } from "../charts/use-shown-theme.ts";
import { laneStyle } from "../charts/lane-style.ts";
import { formatNumber, formatShape } from "../verdict/format.ts";
import { type TensorPicture, wayOf } from "./tensor-ways.ts";

interface TensorCanvasProps {
  readonly lane: string;
  readonly picture: TensorPicture;
}

export function TensorCanvas({ lane, picture }: TensorCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Its colours are read off the page.
  const theme = useShownTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const redraw = (): void => draw(current, lane, picture);
    redraw();
    const resizing = new ResizeObserver(redraw);
    resizing.observe(current);
    return () => resizing.disconnect();
  }, [lane, picture, theme]);
  const { shape, values } = picture;
  return (
    <>
      <canvas ref={canvas} className="decision-map" />
      <p className="visually-hidden">
        Lane {lane}: tensor {formatShape(shape)}, from {formatNumber(values.reduce((a, b) => Math.min(a, b), Infinity))}{" "}
        to {formatNumber(values.reduce((a, b) => Math.max(a, b), -Infinity))}.
      </p>
    </>
  );
}

function draw(canvas: HTMLCanvasElement, lane: string, picture: TensorPicture): void {
  const ratio = devicePixelRatio;
  const { clientWidth: width, clientHeight: height } = canvas;
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext("2d");
  if (context === null || width === 0) return;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const [, name = "--text"] = /var\((--[\w-]+)\)/.exec(laneStyle(lane).stroke) ?? [];
  const read = (property: string): string => style.getPropertyValue(property).trim();
  wayOf(picture).draw(picture, { context, width, height, colour: read(name), muted: read("--muted") });
}
