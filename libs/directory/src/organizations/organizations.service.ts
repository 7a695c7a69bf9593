import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type Json, type Precondition, insertLinks } from '#platform';
import { type At, Records, replacedLinks } from '#records';
import { ORGANIZATION } from './organization.record.js';
import type { CreateOrganization, OrganizationView, PatchOrganization } from './organizations.dto.js';
import { OrganizationQueries } from './organizations.queries.js';
import { DirectoryService } from '../similar/directory.service.js';
import { SIMILAR_RECORDS, type SimilarRecords } from '../similar/similar-records.js';

/** Writes organizations. */
@Injectable()
export class OrganizationsService extends DirectoryService<typeof ORGANIZATION> {
  constructor(
    records: Records,
    organizations: OrganizationQueries,
    @Inject(SIMILAR_RECORDS) similar: SimilarRecords,
  ) {
    super(records, ORGANIZATION, organizations, similar);
  }

  /** Records an organization with its topics. */
  override create(
    at: At,
    { topicIds = [], ...organization }: CreateOrganization,
    caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.add(at, caller, async (tx) => {
      const id = await this.records.insert(tx, ORGANIZATION, organization, caller);
      await insertLinks(tx, 'organization_topics', ['organization_id', id], ['topic_id', topicIds]);
      return id;
    });
  }

  /** Changes an organization by a merge patch. */
  override patch(
    at: At,
    match: Precondition,
    { topicIds, ...patch }: PatchOrganization,
    caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.edit(at, match, caller, (tx, organization) => {
      const own = ['organization_id', organization.id] as const;
      const lists = [replacedLinks('organization_topics', own, 'topic_id', ['topicIds', topicIds])];
      return this.records.patch(tx, ORGANIZATION, organization, patch, caller, { lists });
    });
  }
}
