import type { DirectoryWriter } from './directory-writer.js';
import { RESPONSE_WORDS, ROLE_WORDS, SIDE_WORDS } from './participant-words.rules.js';
import type { PersonRows } from './person-rows.js';
import { Repetitions } from './row-keys.js';
import type { RowReader } from './row-reader.js';
import type { Read } from '../imports/gathered-dossier.js';
import type { SheetDossier } from './sheet-dossier.js';

/** The event that a sheet is about, by its section in dossiers. */
export interface EventOfSheet {
  readonly section: 'visits' | 'forums';
  readonly id: string;
}

const EVENT = 'event';

/** Writes those who take part in an event: people, or organizations where no person is named. */
export class ParticipantRows {
  private readonly roles = new Repetitions();

  constructor(
    private readonly dossier: SheetDossier,
    private readonly directory: DirectoryWriter,
    private readonly people: PersonRows,
    private readonly event: EventOfSheet,
  ) {}

  write(row: RowReader): void {
    const named = this.people.namesOf(row);
    const organization = row.names('organization');
    if (!named && !organization) return row.fault(row.at, NOBODY, 'no-name');
    const person = named && { value: this.people.write(row, named)!, at: named.names.at };
    const body = organization && { value: this.directory.organization(organization), at: organization.at };
    this.writeParticipation(row, person, body);
  }

  private writeParticipation(
    row: RowReader,
    person: Read<string> | null,
    organization: Read<string> | null,
  ): void {
    const side = row.word('side', SIDE_WORDS) ?? { value: 'guest', at: row.at };
    const role = row.word('role', ROLE_WORDS) ?? { value: 'attendee', at: row.at };
    const who = (person ?? organization)!.value;
    const kind = person ? 'person' : 'organization';
    const key = this.roles.keyOf(who, EVENT, `${kind} ${side.value} ${role.value}`);
    const event = [this.event.section, EVENT];
    this.dossier.addOnce(event, { match: { value: { id: this.event.id }, at: row.at } }, row.at);
    const fields = {
      person,
      organization,
      side,
      role,
      response: row.word('response', RESPONSE_WORDS),
      title: row.texts('title'),
      onBehalfOf: row.texts('onBehalfOf'),
      speakingOrder: row.whole('speakingOrder'),
      seat: row.text('seat'),
      notes: row.texts('notes'),
    };
    this.dossier.add([...event, 'participants', key], fields, row.at);
  }
}

const NOBODY = 'Name the person who takes part, or the organization.';
