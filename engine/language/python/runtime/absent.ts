/** @file What PyTorch has and Losslab has not: names that can be asked for, compared and passed on, and refuse where they are reached. */
import { absentModules, unavailable, wayOut } from "../unavailable-names.ts";
import { PyClass } from "./classes.ts";
import { exception, object, type PythonError } from "./exceptions.ts";
import { Native } from "./functions.ts";

const refusal = (path: string, instead: string): PythonError =>
  exception("NotImplementedError", `${path} is not available here: ${instead}`);

const made = new Map<string, unknown>();

/** A class that nothing is an instance of, or a function that refuses its arguments; undefined for what PyTorch hasn't either. */
export function absentMember(module: string, name: string): unknown {
  if (unavailable[module]?.includes(name) !== true) return undefined;
  const path = `${module}.${name}`;
  const known = made.get(path);
  if (known !== undefined) return known;
  const member = absent(module, path, name);
  made.set(path, member);
  return member;
}

function absent(module: string, path: string, name: string): unknown {
  const refuse = (): never => {
    throw refusal(path, wayOut(name));
  };
  if (!/^_?[A-Z]/.test(name)) return new Native(name, refuse);
  const cls = new PyClass(name, [object], module);
  cls.construct = refuse;
  cls.onSubclass = refuse;
  cls.holds = () => false;
  return cls;
}

/** What a module of which nothing is here says where it is used; null for modules that PyTorch hasn't either. */
export function absentModuleRefusal(name: string): PythonError | null {
  const instead = absentModules[name];
  return instead === undefined ? null : refusal(name, instead);
}
