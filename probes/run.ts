import type { Extent } from './options.js';
import { type Finding, type Probe, so } from './probe.js';
import { type Row, writeReport } from './report.js';
import { Stage } from './stage/stage.js';

/** Runs probes one after the other and prints what they found; tells whether everything held. */
export async function runProbes(probes: readonly Probe[], extent: Extent): Promise<boolean> {
  const rows: Row[] = [];
  for (const probe of probes) {
    const start = performance.now();
    console.log(`${probe.name} …`);
    const findings = await runProbe(probe, extent);
    rows.push(...findings.map((finding) => ({ probe: probe.name, ...finding })));
    for (const { what, measured, reach } of findings.filter(({ held }) => held === false))
      console.log(`  FAIL ${what}: ${measured} (to reach: ${reach})`);
    console.log(`  ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
  console.log(`\n${writeReport(rows)}`);
  return rows.every(({ held }) => held !== false);
}

async function runProbe(probe: Probe, extent: Extent): Promise<Finding[]> {
  const stage = new Stage();
  const interrupt = (): void => {
    if (!stage.isEnding) console.error('Stopped; ending what was started …');
    void stage.end().finally(() => process.exit(130));
  };
  // What is cut off by the ending may complain; that must not cut the ending short.
  const complain = (error: Error): void => {
    if (stage.isEnding) return;
    console.error(error);
    interrupt();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, interrupt);
  process.on('uncaughtException', complain);
  try {
    return await probe.run(stage, extent);
  } catch (error) {
    // What is ended in the middle complains of that.
    if (stage.isEnding) return [];
    console.error(error);
    return [so('the probe itself', false, String(error).slice(0, 300), 'runs through')];
  } finally {
    await stage.end();
    for (const signal of signals) process.off(signal, interrupt);
    process.off('uncaughtException', complain);
  }
}
