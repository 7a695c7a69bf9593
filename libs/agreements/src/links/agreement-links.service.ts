import { Injectable } from '@nestjs/common';
import { RecordService, Records } from '#records';
import { AGREEMENT_LINK } from './agreement-link.record.js';
import { AgreementLinkQueries } from './agreement-links.queries.js';

/** Writes links between agreements. */
@Injectable()
export class AgreementLinksService extends RecordService<typeof AGREEMENT_LINK> {
  constructor(records: Records, links: AgreementLinkQueries) {
    super(records, AGREEMENT_LINK, links);
  }
}
