/** @file Whether a first visit is what this is, and in which colours: told before anything is drawn, so that what stands in the page is shown or not. */
import { browserStorage } from "../session/browser-storage.ts";
import { embeddingOf } from "../session/embed.ts";
import { hasOwn, isNewcomer } from "../session/welcome.ts";
import { initialTheme } from "../session/kept-theme.ts";

const storage = browserStorage("localStorage");
const { dataset } = document.documentElement;
dataset.theme = initialTheme(storage);
const isBare = location.hash.length < 2 && embeddingOf(location.search) === null;
const isFirst = isBare && isNewcomer(storage) && !hasOwn(storage);
if (isFirst) dataset.firstVisit = "";

const is = (query: string): boolean => matchMedia(query).matches;
const width = is("(max-width: 640px)") ? "narrow" : is("(max-width: 1000px)") ? "stacked" : "wide";

/** Of the frames that stand in the page the one that is looked at stays, as they are read: whoever searches the page finds each thing once. */
new MutationObserver((_, observer) => {
  for (const frame of document.querySelectorAll(".first-look"))
    if (!isFirst || !frame.classList.contains(width)) frame.remove();
  if (document.readyState !== "loading") observer.disconnect();
}).observe(document, { childList: true, subtree: true });
