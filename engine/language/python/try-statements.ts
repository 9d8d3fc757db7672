/** @file try. */
import { type Emit, temporary, write } from "./emit.ts";
import type { ExceptHandler, Try } from "./parser/tree.ts";

export function tryStatement(emit: Emit, { body, handlers, orelse, finalbody }: Try): string {
  const [error, completed] = [temporary(emit), temporary(emit)];
  const code = emit.block(body);
  const caught = handlers.map((handler) => except(emit, handler, error)).join("else ");
  const onError =
    handlers.length === 0 ? "" : `catch(${error}_){const ${error}=py.caught(${error}_);${caught}else throw ${error}_;}`;
  const last = () => `finally{${emit.block(finalbody)}}`;
  if (orelse.length > 0) {
    // What the else part raises is not this try's business.
    const all = `let ${completed}=false;try{${code}${completed}=true;}${onError}if(${completed}){${emit.block(orelse)}}`;
    return finalbody.length === 0 ? `{${all}}` : `try{${all}}${last()}`;
  }
  return `try{${code}}${onError}${finalbody.length === 0 ? "" : last()}`;
}

function except(emit: Emit, { type, name, body }: ExceptHandler, error: string): string {
  if (type === null) return `if(true){${emit.block(body)}}`;
  const code = emit.block(body);
  const types = emit.expression(type);
  const bind = name === null ? "" : `${write(emit, name)}=${error};`;
  return `if(py.matches(${error},${types})){${bind}${code}}`;
}
