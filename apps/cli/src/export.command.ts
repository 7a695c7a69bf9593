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
export async function runExportCommand(what: string, id: string): Promise<void> {
  await withOffice(async (office) => {
    process.stdout.write(await office.get(DossierExports).export(COLLECTIONS[what]!, id, OFFICE));
  });
}
