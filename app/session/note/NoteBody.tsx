/** @file A note as it is read. What Markdown and maths made of it is cleaned once more before it comes into the page. */
import DOMPurify from "dompurify";
import { useLayoutEffect, useRef } from "react";
import { noteHtml } from "./note-html.ts";

/** Nothing that asks for something from elsewhere, that is filled in or pressed, or that has a name which the page's own code could meet. */
const forbidden = ["img", "style", "form", "input", "button", "select", "textarea", "video", "audio", "dialog", "svg"];

export function NoteBody({ note }: { readonly note: string }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const clean = DOMPurify.sanitize(noteHtml(note), {
      USE_PROFILES: { html: true, mathMl: true },
      FORBID_TAGS: [...forbidden],
      FORBID_ATTR: ["id", "name"],
      ADD_ATTR: ["target"],
      ALLOW_DATA_ATTR: false,
      RETURN_DOM_FRAGMENT: true,
    });
    body.current?.replaceChildren(clean);
  }, [note]);
  return <div className="note-body" ref={body} />;
}
