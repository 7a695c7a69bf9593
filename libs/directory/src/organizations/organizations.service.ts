import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Database,
  type Json,
  type Precondition,
  type RecordKind,
  RecordService,
  Records,
  type Transaction,
  created,
  declareParts,
  insertLinks,
  replaceLinks,
} from '#platform';
import { Organization } from './organization.entity.js';
import { CreateOrganization, type OrganizationView, type PatchOrganization } from './organizations.dto.js';
import { OrganizationQueries } from './organizations.queries.js';
import './organizations.rules.js';

/** Organizations, for whoever writes them or their parts. */
export const ORGANIZATION: RecordKind<Organization> = {
  entity: Organization,
  name: 'organization',
  input: CreateOrganization,
};

declareParts('organizations', { relations: ['organization_relations', 'organization_id'] });

/** Writes organizations. */
@Injectable()
export class OrganizationsService extends RecordService<Organization, OrganizationView> {
  constructor(
    database: Database,
    records: Records,
    private readonly organizations: OrganizationQueries,
  ) {
    super(database, records, ORGANIZATION);
  }

  /** Records an organization. */
  create(
    { topicIds = [], ...organization }: CreateOrganization,
    caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.database.transaction(async (tx) => {
      const id = await this.records.insert(tx, this.kind, organization, caller);
      await insertLinks(tx, 'organization_topics', ['organization_id', id], ['topic_id', topicIds]);
      return created(id, await this.readBack(id, caller, tx));
    });
  }

  /** Changes an organization by a merge patch. */
  patch(
    id: string,
    match: Precondition,
    { topicIds, ...patch }: PatchOrganization,
    caller: Caller,
  ): Promise<Json<OrganizationView>> {
    return this.change(id, match, caller, async (tx, organization) => {
      await this.records.patch(tx, this.kind, organization, patch, caller);
      if (topicIds)
        await replaceLinks(tx, 'organization_topics', ['organization_id', id], ['topic_id', topicIds]);
    });
  }

  protected readBack(id: string, caller: Caller, tx: Transaction): Promise<Json<OrganizationView>> {
    return this.organizations.read(id, caller, tx);
  }
}
