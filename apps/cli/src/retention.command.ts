import { type Removed, Retention } from '#audit';
import { withOffice } from './with-office.js';

/** Removes what is older than the office keeps it, or tells what would go. */
export async function runRetentionCommand({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  await withOffice(async (office) => {
    const removed = await office.get(Retention).run(dryRun);
    console.log([...removed.map(describe), ...(dryRun ? ['Nothing was removed.'] : [])].join('\n'));
  });
}

function describe({ kind, words, days, before, count }: Removed): string {
  const age = `older than ${days} ${days === 1 ? 'day' : 'days'}, before ${before.toISOString()}`;
  return `${kind.padEnd(10)} ${String(count).padStart(8)}  ${words}, ${age}`;
}
