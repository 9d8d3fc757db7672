import { laneStyle } from "../charts/lane-style.ts";

/** `--a`: what a lane's colour is called, for what is painted and not styled. */
export function laneColour(lane: string): `--${string}` {
  const [, name] = /var\(--([\w-]+)\)/.exec(laneStyle(lane).stroke) ?? [];
  return `--${name ?? "text"}`;
}
