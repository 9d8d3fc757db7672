/** @file str and repr, which run the methods of the user's objects. */
import { Constraint, Distribution, Transform } from "../../../distributions/index.ts";
import { Module } from "../../../nn/module.ts";
import { bind, call, none } from "./call.ts";
import { isInstance, MadeClass, PyModule, PyObject } from "./classes.ts";
import { exceptions, PythonError, provideText } from "./exceptions.ts";
import { type Custom, repr as plainRepr, str as plainStr } from "./format.ts";
import { moduleText, parametersText } from "./module-text.ts";
import { optimizerText } from "./param-groups.ts";

/** str and repr of the user's objects run their methods. */
export const custom: Custom = (value, how) => {
  if (!isInstance(value)) {
    if (value instanceof Module) return textOf(value, value.constructor.name);
    if (value instanceof Distribution || value instanceof Transform || value instanceof Constraint)
      return value.toString();
    return typeof value === "object" && value !== null ? optimizerText(value, str) : null;
  }
  if (value instanceof PyObject && value.cls.isSubclassOf(exceptions.BaseException)) {
    if (value.cls.lookup(how === "repr" ? "__repr__" : "__str__") === undefined)
      return how === "repr"
        ? `${value.cls.name}(${plainRepr(value.attributes.get("args"), custom).slice(1, -1).replace(/,$/, "")})`
        : new PythonError(value).message;
  }
  for (const name of how === "str" ? ["__str__", "__repr__"] : ["__repr__"]) {
    const method = value.cls.lookup(name);
    if (method !== undefined) return String(call(bind(method, value, name), [], none));
  }
  if (value instanceof MadeClass) return null;
  return value instanceof PyModule ? textOf(value, value.cls.name) : `<${value.cls.module}.${value.cls.name} object>`;
};

function textOf(module: Module, name: string): string {
  const children = Object.entries(module).flatMap(([key, child]) =>
    child instanceof Module ? [[key, repr(child)] as const] : [],
  );
  const own = module instanceof PyModule ? module.cls.lookup("extra_repr") : undefined;
  const extra =
    module instanceof PyModule && own !== undefined ? str(call(bind(own, module, "extra_repr"), [], none)) : undefined;
  const said =
    module instanceof PyModule && name === "ParameterDict" ? parametersText(module.named_parameters()) : extra;
  return moduleText(module, name, children, said);
}

export const str = (value: unknown): string => plainStr(value, custom);

export const repr = (value: unknown): string => plainRepr(value, custom);

provideText({ str, repr });
