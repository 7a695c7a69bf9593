import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { SignatoryQueries } from './signatories.queries.js';
import { SIGNATORY } from './signatory.record.js';

/** Writes the signatories of agreements. */
@Injectable()
export class SignatoriesService extends RecordService<typeof SIGNATORY> {
  constructor(records: Records, signatories: SignatoryQueries) {
    super(records, SIGNATORY, signatories);
  }
}
