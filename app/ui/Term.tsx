/** @file Words that explain themselves: on hover, on focus and on a tap. Escape, or turning elsewhere, closes what they say. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { explained, type TermName, terms } from "./terms.ts";

/** A sentence, its words of the field explained. */
export function Explained({ text }: { readonly text: string }) {
  return explained(text).map(({ text: part, term }) =>
    term === null ? part : <Term key={part} name={term} word={part} />,
  );
}

interface TermProps {
  readonly name: TermName;
  /** As it stands in the sentence. */
  readonly word?: string;
}

export function Term({ name, word = name }: TermProps) {
  return <Told text={terms[name].text}>{word}</Told>;
}

interface ToldProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** Words that say more of themselves than stands there, whatever it is. */
export function Told({ text, children }: ToldProps) {
  const { open, bubble, events, id } = useBubble(text);
  return (
    <>
      <button type="button" className="term" aria-describedby={open ? id : undefined} {...events}>
        {children}
      </button>
      {bubble}
    </>
  );
}

interface ExplainsProps {
  readonly name: TermName;
  readonly children: ReactNode;
}

/** Round a field that a word of the record names: its label is explained whenever one comes to it. */
export function Explains({ name, children }: ExplainsProps) {
  const { bubble, events } = useBubble(terms[name].text);
  return (
    <span className="explains" {...events}>
      {children}
      {bubble}
    </span>
  );
}

/** So long one may be on the way from the word to what it says. */
const LEAVING = 150;

/** Closes the one bubble that is open: what another word says takes its place, be it asked by pointer or by keyboard. */
let closeOpen: (() => void) | null = null;

function useBubble(text: string) {
  const id = useId();
  const anchor = useRef<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const show = (element: HTMLElement): void => {
    clearTimeout(leaving.current);
    anchor.current = element;
    setOpen(true);
  };
  const leave = (): void => {
    clearTimeout(leaving.current);
    leaving.current = setTimeout(() => setOpen(false), LEAVING);
  };
  useEffect(() => () => clearTimeout(leaving.current), []);
  useEffect(() => {
    if (!open) return;
    const close = (): void => setOpen(false);
    closeOpen?.();
    closeOpen = close;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") setOpen(false);
    };
    const onElsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node) || anchor.current?.contains(target) !== true) setOpen(false);
    };
    addEventListener("keydown", onKey);
    addEventListener("pointerdown", onElsewhere);
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("pointerdown", onElsewhere);
      if (closeOpen === close) closeOpen = null;
    };
  }, [open]);
  return {
    id,
    open,
    bubble: open && (
      <Bubble id={id} anchor={anchor} text={text} onEnter={() => clearTimeout(leaving.current)} onLeave={leave} />
    ),
    events: {
      onPointerEnter: (event: { readonly currentTarget: HTMLElement; readonly pointerType: string }) => {
        if (event.pointerType === "mouse") show(event.currentTarget);
      },
      onPointerLeave: (event: { readonly pointerType: string }) => {
        if (event.pointerType === "mouse") leave();
      },
      onFocus: (event: { readonly currentTarget: HTMLElement }) => show(event.currentTarget),
      onBlur: leave,
      onClick: (event: { readonly currentTarget: HTMLElement }) => show(event.currentTarget),
    },
  };
}

interface BubbleProps {
  readonly id: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly text: string;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

const GAP = 6;
const EDGE = 8;

/** Under the word, or over it where there is no room; within the window either way. */
function Bubble({ id, anchor, text, onEnter, onLeave }: BubbleProps) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const [bubble, word] = [element.current, anchor.current?.getBoundingClientRect()];
    if (bubble === null || word === undefined) return;
    const { width, height } = bubble.getBoundingClientRect();
    const below = word.bottom + GAP;
    const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, word.top - GAP - height);
    bubble.style.left = `${Math.max(EDGE, Math.min(word.left, innerWidth - EDGE - width))}px`;
    bubble.style.top = `${top}px`;
  }, [anchor]);
  return createPortal(
    <span
      ref={element}
      id={id}
      role="tooltip"
      className="bubble"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {text}
    </span>,
    document.body,
  );
}
