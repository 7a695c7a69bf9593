import { Injectable } from '@nestjs/common';
import { type Caller, Database, type Json, Records, created } from '#platform';
import type { AgreementAt } from '../parts/agreement-path.js';
import { PartsService } from '../parts/parts.service.js';
import { AgreementLink } from './agreement-link.entity.js';
import { type AgreementLinkView, CreateAgreementLink } from './agreement-links.dto.js';
import { AgreementLinkQueries } from './agreement-links.queries.js';

/** Writes links between agreements. */
@Injectable()
export class AgreementLinksService extends PartsService<AgreementLink, AgreementLinkView> {
  constructor(database: Database, records: Records, links: AgreementLinkQueries) {
    super(database, records, { entity: AgreementLink, name: 'link', input: CreateAgreementLink }, links);
  }

  /** Links an agreement to another. */
  create(at: AgreementAt, link: CreateAgreementLink, caller: Caller): Promise<Json<AgreementLinkView>> {
    return this.database.transaction(async (tx) => {
      await this.enter(tx, at);
      const id = await this.records.insert(tx, this.kind, { ...link, ...at }, caller);
      return created(id, await this.readBack(id, caller, tx, at));
    });
  }
}
