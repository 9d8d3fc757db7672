/** @file no_grad and its kin: context managers and decorators. */
import { isGradEnabled, setGradMode } from "../../../tensor/grad-mode.ts";
import { call } from "./call.ts";
import { PyClass } from "./classes.ts";
import { Manager } from "./constants.ts";
import { object } from "./exceptions.ts";
import { type Native, PyFunction } from "./functions.ts";
import { native } from "./native.ts";

/** torch.no_grad: a context manager and a decorator, with and without brackets. */
export function gradSwitch(name: string, on: boolean): PyClass {
  const cls = new PyClass(name, [object], "torch.autograd");
  cls.construct = ([f]) => {
    if (f instanceof PyFunction) return switched(f, on);
    return gradManager(on);
  };
  return cls;
}

export function gradManager(on: boolean): Manager {
  let before = true;
  return new Manager(
    () => {
      before = isGradEnabled();
      setGradMode(on);
      return null;
    },
    () => setGradMode(before),
  );
}

/** A function that always runs with the tape on or off. */
export function switched(f: unknown, on: boolean): Native {
  return native("wrapper", (args, keywords) => {
    const manager = gradManager(on);
    manager.enter();
    try {
      return call(f, args, keywords);
    } finally {
      manager.exit();
    }
  });
}

/** Applying `with`-objects as decorators: @torch.no_grad(). */
export function decorated(manager: Manager, f: unknown): Native {
  return native("wrapper", (args, keywords) => {
    manager.enter();
    try {
      return call(f, args, keywords);
    } finally {
      manager.exit();
    }
  });
}
