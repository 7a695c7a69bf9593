import { Injectable } from '@nestjs/common';
import { type Caller, Database, Today } from '#platform';
import { Refusal, unknownRecord } from '#refusals';
import { DOSSIER_PROBLEMS } from '../imports/dossier.problems.js';
import { type Contact, writeContacts } from './contact-card.js';
import { CONTACTS, type ContactsOf, MOST_CONTACTS } from './contacts.queries.js';

/** Writes people as contacts, for the address books of colleagues. */
@Injectable()
export class Contacts {
  constructor(
    private readonly database: Database,
    private readonly today: Today,
  ) {}

  /**
   * The contacts of a person, or of those who belong to a delegation or take part in an event.
   * @throws Refusal `record.unknown`; `contacts.too-many` where a file would be too long
   */
  async write(of: ContactsOf, id: string, caller: Caller): Promise<string> {
    const values = { id, today: this.today.day() };
    const contacts = await this.database.readValue<Contact[]>(CONTACTS[of], caller, values);
    if (!contacts) throw unknownRecord(of);
    if (contacts.length > MOST_CONTACTS)
      throw new Refusal(
        DOSSIER_PROBLEMS['contacts.too-many'],
        `A file holds the contacts of at most ${MOST_CONTACTS} people; take those of each delegation or person.`,
      );
    return writeContacts(contacts);
  }
}
