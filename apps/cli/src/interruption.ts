/**
 * Gives word of SIGTERM and SIGINT, which from now on only ask to come to an end in order. Not once: npm hands on the
 * Ctrl-C that the terminal has sent already, and the second would cut the end short.
 */
export function watchForInterruption(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => interruption.abort());
  return interruption.signal;
}
