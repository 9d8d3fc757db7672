import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { defaultDocument } from "../app/document/defaults.ts";
import { encodeLink } from "../app/document/link/link.ts";
import { Losslab } from "./losslab.ts";

const linkWith = (note: string): string => encodeLink({ ...defaultDocument, title: "A lesson", note });
const noteOf = (page: Page) => page.getByRole("region", { name: "Note" });

test("a note is read with its emphasis, lists, links and maths, on the page and embedded, and loaded only where there is one", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await Losslab.open(page);
  await page.waitForTimeout(500);
  expect(asked.filter((url) => url.includes("NoteBody"))).toEqual([]);
  const note =
    "## Huber\n\nSee **where** it bends, $|d| = \\delta$:\n\n$$\\tfrac12 d^2$$\n\n- left\n- [right](https://example.org/)";
  for (const query of ["", "?embed", "?embed=A&controls=none"]) {
    await page.goto("about:blank");
    await page.goto(`./${query}#${linkWith(note)}`);
    await expect(noteOf(page).locator("strong")).toHaveText("where", { timeout: 30_000 });
    await expect(noteOf(page).locator("math")).toHaveCount(2);
    await expect(noteOf(page).getByRole("listitem")).toHaveText(["left", "right"]);
    const link = noteOf(page).getByRole("link", { name: "right" });
    await expect(link).toHaveAttribute("rel", /noopener.*noreferrer/);
    await expect(link).toHaveAttribute("target", "_blank");
    const { violations } = await new AxeBuilder({ page }).include(".note").analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("a stranger's note runs nothing, asks for nothing, covers nothing and leads to nothing but the web", async ({
  page,
  baseURL,
}) => {
  const note = [
    '<img src="https://evil.example/a.png" onerror="window.hit=1"><script>window.hit=1</script>',
    "![p](https://evil.example/b.png) [j](javascript:window.hit=1) [d](data:text/html,<script>1</script>)",
    '<a href="javascript:window.hit=1">a</a> <form action="https://evil.example"><input name="x"></form>',
    "<style>body{display:none}</style> <iframe src=https://evil.example></iframe> <base href=https://evil.example>",
    "$\\href{javascript:window.hit=1}{h}$ $\\includegraphics{https://evil.example/c.png}$ $\\htmlId{root}{i}$",
    "$\\rule{9999em}{9999em}$ $\\kern{-9999em}\\raisebox{9999em}{Run}$ $\\text{<img src=x onerror=window.hit=1>}$",
    "$\\def\\a{\\a\\a}\\a$",
    "> ".repeat(300),
  ].join("\n\n");
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? "-") && !/^(?:blob|data):/.test(url)) elsewhere.push(url);
  });
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const losslab = new Losslab(page);
  for (const query of ["", "?embed"]) {
    await page.goto("about:blank");
    await page.goto(`./${query}#${linkWith(note)}`);
    await expect(losslab.verdict()).toHaveText(/^Waiting/, { timeout: 30_000 });
    await expect(noteOf(page).locator(".note-body p").first()).toBeVisible();
    const found = await noteOf(page).evaluate((element) => ({
      forbidden: element.querySelectorAll("img, script, style, form, input, iframe, base, svg, [id], [name]").length,
      handlers: [...element.querySelectorAll("*")].filter((one) =>
        one.getAttributeNames().some((name) => /^on/i.test(name)),
      ).length,
      links: [...element.querySelectorAll("a, [href]")].map((link) => link.getAttribute("href")),
      hit: "hit" in window,
    }));
    expect(found).toEqual({ forbidden: 0, handlers: 0, links: ["https://evil.example/b.png"], hit: false });
    // What stands beside it can be pressed.
    await losslab.button("Run").first().click();
    await expect(losslab.verdict()).toHaveText(/^Scalar/);
  }
  expect({ elsewhere, dialogs }).toEqual({ elsewhere: [], dialogs: 0 });
});
