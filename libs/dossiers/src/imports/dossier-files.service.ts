import { extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Caller, Database, judgeInput, sql, statement } from '#platform';
import { assertValid, invalid } from '#refusals';
import type { SaidOfFile } from '../tables/sheets.js';
import { DOSSIER_READERS, MEDIA_TYPES } from './media-types.js';
import { ImportQuery } from './import-query.dto.js';
import type { Dossiers } from './written-dossier.js';

const kindOfEvent = statement(
  'event-of-sheet',
  sql`select to_json(e.kind) from visible_events(:caller) e where e.id = :event and e.archived_at is null`,
);

/** What is said of a file by who sends it. */
type SaidBySender = Omit<ImportQuery, 'dry-run'> & Pick<SaidOfFile, 'charset'>;

/** Makes dossiers of files: of what is written as one, of sheets, contacts and calendars. */
@Injectable()
export class DossierFiles {
  constructor(private readonly database: Database) {}

  /**
   * @param type the media type of the file
   * @param said what is said of it
   * @param file its name, where it has one
   */
  async read(
    type: string,
    bytes: Buffer,
    { event, ...said }: SaidBySender,
    caller: Caller,
    file: string | null = null,
  ): Promise<Dossiers> {
    const found = event === undefined ? null : await this.eventOf(event, caller);
    return DOSSIER_READERS[type]!(bytes, { ...said, event: found, file });
  }

  /**
   * @param name the name of the file, which tells its media type; YAML where it does not
   * @param said what is said of it, as in the query of a request
   */
  async readFile(name: string, bytes: Buffer, said: object, caller: Caller): Promise<Dossiers> {
    const { input, faults } = await judgeInput(ImportQuery, said);
    assertValid(faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\//, '?') })));
    const type = MEDIA_TYPES[extname(name).toLowerCase()] ?? 'application/yaml';
    return this.read(type, bytes, input, caller, name);
  }

  private async eventOf(id: string, caller: Caller): Promise<{ id: string; section: 'visits' | 'forums' }> {
    const kind = await this.database.readValue<'visit' | 'forum'>(kindOfEvent, caller, { event: id });
    if (kind) return { id, section: `${kind}s` };
    throw invalid([
      { pointer: '?event', detail: 'There is no visit or forum with this id.', code: 'unknown-reference' },
    ]);
  }
}
