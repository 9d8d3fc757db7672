/** @file The op reference as one HTML document: every op of the registry, by family, with nothing written twice. */
import type { Op } from "../../engine/ops/op.ts";
import type { Family } from "../../engine/ops/registry.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);
const code = (text: string): string => `<code>${html(text)}</code>`;

/** How PyTorch spells a call: torch.sum(input, dim=None), x.sum(dim=None), F.mse_loss(…). */
export function pytorchForms(op: Op): string[] {
  const list = (skip: number) =>
    op.params
      .slice(skip)
      .map((param) => ("default" in param ? `${param.name}=${pythonLiteral(param.default)}` : param.name))
      .join(", ");
  return op.places.map((place) =>
    place === "method" ? `x.${op.name}(${list(1)})` : `${place === "F" ? "F" : "torch"}.${op.name}(${list(0)})`,
  );
}

function pythonLiteral(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? `'${value}'` : String(value);
}

function row(label: string, value: string | null | undefined): string {
  return value === null || value === undefined || value === "" ? "" : `<dt>${label}</dt><dd>${value}</dd>`;
}

const gradients: Record<Op["gradient"], string> = {
  smooth: "",
  zero: "0 wherever it is defined: nothing is learned through it",
  none: "none: the result carries no gradient",
};

function entry(op: Op): string {
  const { doc } = op;
  const names = [op.name, ...op.aliases].join(" ");
  return `<article class="op" id="${html(op.name)}" data-names="${html(`${names} ${doc.summary}`.toLowerCase())}">
<h3><a href="#${html(op.name)}">${html(op.name)}</a>${op.aliases.length === 0 ? "" : ` <small>also ${html(op.aliases.join(", "))}</small>`}</h3>
<p>${html(doc.summary)}</p>
<dl>${[
    row("Formula", code(doc.formula)),
    row("Shapes", html(doc.shape)),
    row("Domain", doc.domain === undefined ? null : html(doc.domain)),
    row("Gradient", html(gradients[op.gradient])),
    row("At kinks", doc.kink === undefined ? null : html(doc.kink)),
    row("TypeScript", code(doc.example)),
    row("PyTorch", pytorchForms(op).map(code).join("<br>")),
    row("JAX", doc.jax === null ? null : code(doc.jax)),
    row("NumPy", doc.numpy === null ? null : code(doc.numpy)),
  ].join("")}</dl>
</article>`;
}

/** Ops that only others call have no place in it. */
const isPublic = (op: Op): boolean => op.places.length > 0;

export function referencePage(families: readonly Family[], style: string, policy: string | null): string {
  const shown = families.map(({ title, ops }) => ({ title, ops: ops.filter(isPublic) }));
  const count = shown.reduce((sum, { ops }) => sum + ops.length, 0);
  const id = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return `<!doctype html>
<html lang="en" data-theme="dark">
<head>
<meta charset="utf-8">
${policy === null ? "" : `<meta http-equiv="Content-Security-Policy" content="${html(policy)}">`}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Losslab: op reference</title>
<style>${style}</style>
<script type="module" src="./reference.js"></script>
</head>
<body>
<header>
<h1><a href="./">loss<span>lab</span></a> op reference</h1>
<label><span class="visually-hidden">Find an op</span><input id="find" type="search" placeholder="Find among ${count} ops" autocomplete="off"></label>
<output id="found" class="muted" aria-live="polite"></output>
</header>
<div class="columns">
<nav aria-label="Families">${shown.map(({ title }) => `<a href="#${id(title)}">${html(title)}</a>`).join("")}</nav>
<main>
${shown.map(({ title, ops }) => `<section aria-labelledby="${id(title)}"><h2 id="${id(title)}">${html(title)}</h2>${ops.map(entry).join("\n")}</section>`).join("\n")}
</main>
</div>
</body>
</html>
`;
}
