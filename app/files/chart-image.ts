/** @file A figure of the page as a picture that stands for itself: its plots where they are, with the colours and fonts they have. */
import { pathsOf } from "../charts/canvas-paths.ts";

const taken = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

const PADDING = 12;
const HEADING = 24;
/** Pixels of a PNG for one of the page. */
const SCALE = 2;

interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function svgOf(figure: Element, title: string): Picture {
  const frame = figure.getBoundingClientRect();
  const page = getComputedStyle(figure.ownerDocument.documentElement);
  const [width, height] = [frame.width + 2 * PADDING, frame.height + HEADING + PADDING];
  const namespace = "http://www.w3.org/2000/svg";
  const make = (name: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const root = make("svg", { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(make("rect", { width, height, fill: page.getPropertyValue("--panel") }));
  const heading = make("text", {
    x: PADDING,
    y: 18,
    fill: page.getPropertyValue("--text"),
    "font-family": "sans-serif",
    "font-size": 13,
  });
  heading.textContent = title;
  root.append(heading);
  for (const plot of figure.querySelectorAll("svg.recharts-surface, canvas")) {
    const place = plot.getBoundingClientRect();
    const copy = plot.tagName === "svg" ? styled(plot) : make("svg", { opacity: getComputedStyle(plot).opacity });
    for (const { d, fill, stroke } of pathsOf(plot)) copy.append(make("path", { d, fill, stroke }));
    copy.setAttribute("x", String(place.left - frame.left + PADDING));
    copy.setAttribute("y", String(place.top - frame.top + HEADING));
    copy.setAttribute("width", String(place.width));
    copy.setAttribute("height", String(place.height));
    root.append(copy);
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** A copy that looks the same without the page's styles. */
function styled(plot: Element): Element {
  const copy = plot.cloneNode(true);
  if (!(copy instanceof Element)) throw new Error("internal: an element's copy is an element");
  const [originals, copies] = [plot, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  copies?.forEach((element, i) => {
    const original = originals?.[i];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    for (const name of taken) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
    element.removeAttribute("style");
  });
  return copy;
}

export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * SCALE), Math.round(height * SCALE)];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("The browser made no PNG.")) : resolve(blob)),
      "image/png",
    ),
  );
}
