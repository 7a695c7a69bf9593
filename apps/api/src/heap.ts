import { setFlagsFromString } from 'node:v8';

// Loading the program makes V8 widen the room for what is young, which it then keeps, idle or not: some 30 MiB.
setFlagsFromString('--semi-space-growth-factor=1');

/** Lets that room grow with the load, from when the program is loaded on: each answer costs less then. */
export function letHeapGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
