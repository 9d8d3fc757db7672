/** @file torch.optim.lr_scheduler.LRScheduler, which scripts extend with a get_lr of their own. */
import { getattr, method, setattr } from "./attributes.ts";
import { none } from "./call.ts";
import { PyClass, PyObject } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { exception, object } from "./exceptions.ts";
import { native } from "./native.ts";
import { iterate } from "./protocols.ts";

const groupsOf = (self: unknown): Dict[] =>
  [...iterate(getattr(getattr(self, "optimizer"), "param_groups"))].filter((each) => each instanceof Dict);

function step(self: unknown, epoch: unknown): null {
  setattr(self, "_step_count", Number(getattr(self, "_step_count")) + 1);
  setattr(self, "last_epoch", epoch === null || epoch === undefined ? Number(getattr(self, "last_epoch")) + 1 : epoch);
  const rates = [...iterate(method(self, "get_lr", [], none))];
  groupsOf(self).forEach((group, i) => {
    group.set("lr", rates[i]);
  });
  setattr(
    self,
    "_last_lr",
    groupsOf(self).map((group) => group.get("lr")),
  );
  return null;
}

function schedulerClass(name: string, bases: readonly PyClass[]): PyClass {
  const cls = new PyClass(name, bases, "torch.optim.lr_scheduler");
  const members = {
    __init__: native("__init__", ([self, optimizer, last], keywords) => {
      const given = optimizer ?? keywords?.optimizer;
      setattr(self, "optimizer", given);
      const epoch = Number(last ?? keywords?.last_epoch ?? -1);
      for (const group of groupsOf(self)) if (!group.has("initial_lr")) group.set("initial_lr", group.get("lr"));
      setattr(
        self,
        "base_lrs",
        groupsOf(self).map((group) => group.get("initial_lr")),
      );
      setattr(self, "last_epoch", epoch);
      setattr(self, "_step_count", 0);
      return step(self, null);
    }),
    step: native("step", ([self, epoch], keywords) => step(self, epoch ?? keywords?.epoch)),
    get_last_lr: native("get_last_lr", ([self]) => getattr(self, "_last_lr")),
    get_lr: native("get_lr", () => {
      throw exception("NotImplementedError", "");
    }),
    state_dict: native("state_dict", ([self]) =>
      self instanceof PyObject ? new Dict([...self.attributes].filter(([key]) => key !== "optimizer")) : new Dict(),
    ),
    load_state_dict: native("load_state_dict", ([self, state]) => {
      if (state instanceof Dict) for (const [key, value] of state.entries()) setattr(self, String(key), value);
      return null;
    }),
  };
  for (const [key, member] of Object.entries(members)) cls.members.set(key, member);
  return cls;
}

const base = schedulerClass("LRScheduler", [object]);

export const schedulerBases: ReadonlyMap<string, PyClass> = new Map([
  ["LRScheduler", base],
  ["_LRScheduler", schedulerClass("_LRScheduler", [base])],
]);
