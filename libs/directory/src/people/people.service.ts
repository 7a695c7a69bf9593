import { Inject, Injectable } from '@nestjs/common';
import type { Caller, Json } from '#platform';
import { type At, Records } from '#records';
import { assertValid } from '#refusals';
import { tenureErrors } from '../tenure.rules.js';
import type { CreatePerson, PersonView } from './people.dto.js';
import { PersonQueries } from './people.queries.js';
import { PERSON } from './person.record.js';
import { POSITION } from './position.record.js';
import { DirectoryService } from '../similar/directory.service.js';
import { SIMILAR_RECORDS, type SimilarRecords } from '../similar/similar-records.js';

/** Writes people. */
@Injectable()
export class PeopleService extends DirectoryService<typeof PERSON> {
  constructor(records: Records, people: PersonQueries, @Inject(SIMILAR_RECORDS) similar: SimilarRecords) {
    super(records, PERSON, people, similar);
  }

  /** Records a person, together with the positions held. */
  override create(
    at: At,
    { positions = [], ...person }: CreatePerson,
    caller: Caller,
  ): Promise<Json<PersonView>> {
    assertValid(positions.flatMap((position, index) => tenureErrors(position, `/positions/${index}`)));
    return this.add(at, caller, async (tx) => {
      const personId = await this.records.insert(tx, PERSON, { languages: [], ...person }, caller);
      const held = positions.map((position) => ({ ended: false, ...position, personId }));
      await this.records.insertAll(tx, POSITION, held, caller);
      return personId;
    });
  }
}
