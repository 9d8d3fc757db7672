/// <reference lib="webworker" />
/** @file Parses, compiles and translates Python, away from the page's own thread. Trusted: it runs parsers, never what they read. */
import { pythonToTypeScript } from "../../../engine/language/translate/python-to-typescript.ts";
import { printPython } from "../../../engine/language/translate/to-python/print.ts";
import { inBounds, reasonOf } from "../answers.ts";
import { compiled } from "./compiled.ts";
import type { PythonReply, PythonRequest } from "./protocol.ts";

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;

function answer(data: PythonRequest): PythonReply {
  const { id } = data;
  switch (data.type) {
    case "boot":
      return { type: "booted", id };
    case "compile":
      return { type: "compiled", id, compilation: inBounds(compiled(data.source)) };
    case "toTypeScript":
      return { type: "translated", id, translation: pythonToTypeScript(data.source) };
    case "toPython":
      return { type: "translated", id, translation: printPython(data.program) };
  }
}

function answered(data: PythonRequest): PythonReply {
  try {
    return answer(data);
  } catch (error) {
    return { type: "failed", id: data.id, reason: reasonOf(error) };
  }
}

scope.onmessage = ({ data }: MessageEvent<PythonRequest>) => scope.postMessage(answered(data));
