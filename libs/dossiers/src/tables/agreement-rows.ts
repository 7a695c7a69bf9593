import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STATUS_WORDS,
  BINDING_WORDS,
  RENEWAL_WORDS,
} from './agreement-words.rules.js';
import type { DirectoryWriter } from './directory-writer.js';
import { addressOf } from './organization-rows.js';
import { rowKeyOf } from './row-keys.js';
import type { RowReader } from './row-reader.js';
import type { Read, ReadFields } from '../imports/gathered-dossier.js';
import type { SheetDossier } from './sheet-dossier.js';

/** Writes the agreements of a sheet. */
export class AgreementRows {
  constructor(
    private readonly dossier: SheetDossier,
    private readonly directory: DirectoryWriter,
  ) {}

  write(row: RowReader): void {
    const names = row.names('name');
    if (!names) return row.fault(row.at, 'An agreement needs a name.', 'no-name');
    const { key, match } = rowKeyOf(row.text('id') ?? row.text('referenceNumber'), names);
    // Many agreements are called “Memorandum of Understanding”: a name says nothing of which it is.
    const known = 'id' in match.value ? match : null;
    const path = ['agreements', key];
    this.dossier.add(path, { match: known, names, ...this.fieldsOf(row) }, row.at);
    const parties = row.list('parties');
    const keys = parties && this.directory.each(parties, (one) => this.directory.organization(one));
    for (const party of keys?.value ?? [])
      this.dossier.add(
        [...path, 'parties', party],
        { organization: { value: party, at: keys!.at } },
        keys!.at,
      );
  }

  private fieldsOf(row: RowReader): ReadFields {
    const [topics, places] = [row.list('topics', true), row.list('places', true)];
    const city = { kind: 'city' };
    return {
      kind: row.word('kind', AGREEMENT_KIND_WORDS),
      status: row.word('status', AGREEMENT_STATUS_WORDS),
      binding: row.word('binding', BINDING_WORDS),
      referenceNumber: row.text('referenceNumber'),
      proposed: row.date('proposed'),
      approved: row.date('approved'),
      signed: row.date('signed'),
      effective: row.date('effective'),
      expiry: row.date('expiry'),
      review: row.date('review'),
      renewal: within('mode', row.word('renewal', RENEWAL_WORDS)),
      topics: topics && this.directory.each(topics, (one) => this.directory.topic(one)),
      places: places && this.directory.each(places, (one) => this.directory.place(one, city)),
      authenticLanguages: row.languages('authenticLanguages'),
      document: within('url', addressOf(row.text('document'))),
      notes: row.texts('notes'),
    };
  }
}

function within(field: string, read: Read<string> | null): Read<Record<string, string>> | null {
  return read && { value: { [field]: read.value }, at: read.at };
}
