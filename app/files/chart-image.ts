/** @file What stands on a stage, as a picture that stands for itself: its drawings where they are, with the colours they have there. */
import { pathsOf } from "../charts/canvas-paths.ts";
import { pictureFonts } from "./picture-fonts.ts";
import type { PictureSize } from "./picture-size.ts";

const taken = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

interface Picture {
  readonly svg: string;
  /** Of the PNG. */
  readonly width: number;
  readonly height: number;
}

const namespace = "http://www.w3.org/2000/svg";

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** `fonts`: rules that hold what it is set in. */
export function svgOf(stage: Element, { unit, pixels }: PictureSize, fonts: string): Picture {
  const frame = stage.getBoundingClientRect();
  const { width, height } = frame;
  const long = (length: number): string => `${Number((length * unit.scale).toFixed(4))}${unit.name}`;
  const root = make("svg", {
    xmlns: namespace,
    width: long(width),
    height: long(height),
    viewBox: `0 0 ${width} ${height}`,
  });
  root.append(make("rect", { width, height, fill: getComputedStyle(stage).backgroundColor }));
  for (const drawing of stage.querySelectorAll("svg.recharts-surface, svg.picture-head, svg.picture-drawing, canvas")) {
    const place = drawing.getBoundingClientRect();
    const copy =
      drawing.tagName === "svg" ? styled(drawing) : make("svg", { opacity: getComputedStyle(drawing).opacity });
    for (const { d, fill, stroke, opacity = 1, width: thick = 1, dashes = [] } of pathsOf(drawing))
      copy.append(
        make("path", {
          d,
          fill,
          stroke,
          opacity,
          "stroke-width": thick,
          "stroke-dasharray": dashes.join(" ") || "none",
        }),
      );
    copy.setAttribute("x", String(place.left - frame.left));
    copy.setAttribute("y", String(place.top - frame.top));
    copy.setAttribute("width", String(place.width));
    copy.setAttribute("height", String(place.height));
    root.append(copy);
  }
  const style = make("style", {});
  style.textContent = fonts;
  root.append(style);
  return { svg: new XMLSerializer().serializeToString(root), width: width * pixels, height: height * pixels };
}

/** A copy that looks the same without the page's styles. */
function styled(drawing: Element): Element {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof Element)) throw new Error("internal: an element's copy is an element");
  const [originals, copies] = [drawing, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  copies?.forEach((element, i) => {
    const original = originals?.[i];
    if (original === undefined) return;
    const style = getComputedStyle(original);
    for (const name of taken) element.setAttribute(name, style.getPropertyValue(name));
    element.setAttribute("font-family", style.fontFamily.includes("Mono") ? pictureFonts.mono : pictureFonts.sans);
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
  [canvas.width, canvas.height] = [Math.round(width), Math.round(height)];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("The browser made no PNG.")) : resolve(blob)),
      "image/png",
    ),
  );
}
