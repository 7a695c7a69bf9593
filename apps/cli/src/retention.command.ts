import { type Removed, Retention } from '#audit';
import { PeopleRetention, type PeopleRemoved } from '#privacy';
import { withOffice } from './with-office.js';

/** Removes what is older than the office keeps it, or tells what would go. */
export async function runRetentionCommand({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  await withOffice(async (office) => {
    const removed = await office.get(Retention).run(dryRun);
    const people = await office.get(PeopleRetention).run(dryRun);
    const lines = [...removed.map(describe), describePeople(people)];
    console.log([...lines, ...(dryRun ? ['Nothing was removed.'] : [])].join('\n'));
  });
}

function describe({ kind, words, days, before, count }: Removed): string {
  const age = before
    ? `older than ${days} ${days === 1 ? 'day' : 'days'}, before ${before.toISOString()}`
    : 'kept for ever';
  return `${kind.padEnd(10)} ${String(count).padStart(8)}  ${words}, ${age}`;
}

function describePeople({ days, erased, named }: PeopleRemoved): string {
  const count = String(erased).padStart(8);
  const age = days === 0 ? 'kept for ever' : `put away more than ${days} days ago`;
  const left = named > 0 ? `; ${named} more are named in texts or documents: erase them by hand` : '';
  return `people     ${count}  people who are erased, ${age}${left}`;
}
