import { DossierExports } from '#dossiers';
import { OFFICE } from '#identity';
import { withOffice } from './with-office.js';

/** What can be exported, and the collection that it is in. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  visit: 'visits',
  forum: 'forums',
  agreement: 'agreements',
  place: 'places',
};

/** Writes the dossier about a record to the standard output. */
export async function runExportCommand([what, id, ...rest]: readonly string[], usage: string): Promise<void> {
  const path = COLLECTIONS[what ?? ''];
  if (!path || !id || rest.length > 0) throw new Error(usage);
  await withOffice(async (office) => {
    process.stdout.write(await office.get(DossierExports).export(path, id, OFFICE));
  });
}
