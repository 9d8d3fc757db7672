/** @file Whether a first visit is what this is, and in which colours: told before anything is drawn, so that what stands in the page is shown or not. */
import { browserStorage } from "../session/browser-storage.ts";
import { embeddingOf } from "../session/embed.ts";
import { hasOwn, isNewcomer } from "../session/welcome.ts";
import { initialTheme } from "../session/kept-theme.ts";

const storage = browserStorage("localStorage");
const { dataset } = document.documentElement;
dataset.theme = initialTheme(storage);
const isBare = location.hash.length < 2 && embeddingOf(location.search) === null;
if (isBare && isNewcomer(storage) && !hasOwn(storage)) dataset.firstVisit = "";
