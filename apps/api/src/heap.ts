import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loading the program makes V8 widen the room for what is young, which it then keeps, idle or not: some 30 MiB.
setFlagsFromString('--semi-space-growth-factor=1');

/** Gives back what loading the program left behind, some 60 MiB, and lets the heap grow with the load from then on. */
export function settleHeap(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  // Any other collection keeps the room, for when it is needed again.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--semi-space-growth-factor=2');
}
