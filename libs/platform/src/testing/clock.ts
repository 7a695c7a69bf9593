import type { Clock } from '../clock.js';

/** Stops a clock at an instant such as `2026-11-22T09:00:00Z`. */
export function setClock(clock: Clock, at: string): void {
  const instant = new Date(at).getTime();
  clock.now = () => new Date(instant);
}
