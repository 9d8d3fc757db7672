/** @file nn.ModuleDict and nn.ParameterDict: named parts of a module. */
import { getattr, setattr } from "./attributes.ts";
import { PyClass, type PyModule } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception } from "./exceptions.ts";
import { Native } from "./functions.ts";
import { iterate } from "./protocols.ts";
import { Tuple } from "./sequences.ts";

type Methods = Readonly<Record<string, (self: PyModule, args: readonly unknown[]) => unknown>>;

const namesOf = (self: PyModule): string[] => {
  const names = self.attributes.get("__names__");
  return Array.isArray(names) ? names.map(String) : [];
};

function put(self: PyModule, name: string, value: unknown): null {
  const names = namesOf(self);
  if (!names.includes(name)) self.attributes.set("__names__", [...names, name]);
  return setattr(self, name, value);
}

function pairsOf(value: unknown): (readonly [string, unknown])[] {
  if (value === undefined || value === null) return [];
  if (value instanceof Dict) return value.entries().map(([key, item]) => [String(key), item] as const);
  return [...iterate(value)].map((pair) => {
    const [key, item] = [...iterate(pair)];
    return [String(key), item] as const;
  });
}

const methods: Methods = {
  __init__: (self, [items]) => {
    self.initialise();
    for (const [name, value] of pairsOf(items)) put(self, name, value);
    return null;
  },
  __getitem__: (self, [name]) => {
    if (!namesOf(self).includes(String(name))) throw exception("KeyError", String(name));
    return getattr(self, String(name));
  },
  __setitem__: (self, [name, value]) => put(self, String(name), value),
  __len__: (self) => namesOf(self).length,
  __iter__: (self) => namesOf(self),
  __contains__: (self, [name]) => namesOf(self).includes(String(name)),
  keys: (self) => namesOf(self),
  values: (self) => namesOf(self).map((name) => getattr(self, name)),
  items: (self) => namesOf(self).map((name) => Tuple.make([name, getattr(self, name)])),
  update: (self, [items]) => {
    for (const [name, value] of pairsOf(items)) put(self, name, value);
    return null;
  },
};

export function moduleDict(name: string, module: PyClass): PyClass {
  const cls = new PyClass(name, [module], "torch.nn");
  for (const [key, run] of Object.entries(methods))
    cls.members.set(key, new Native(key, ([self, ...args]) => run(self as PyModule, args)));
  return cls;
}
