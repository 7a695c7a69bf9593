import { Words } from '#search';
import { withOffice } from './with-office.js';

/** Writes anew by which words everything is found, also beside a server that runs. */
export async function runReindexCommand(): Promise<void> {
  await withOffice(async (office) => {
    await office.get(Words).rewrite((table) => console.log(table));
  });
}
