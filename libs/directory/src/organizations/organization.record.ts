import { recordKind } from '#records';
import { OrganizationQuery } from './organization-query.dto.js';
import { Organization } from './organization.entity.js';
import { ORGANIZATION_CONSTRAINTS, ORGANIZATION_PROBLEMS } from './organization.rules.js';
import {
  CreateOrganization,
  CreatedOrganization,
  OrganizationPage,
  OrganizationView,
  PatchOrganization,
} from './organizations.dto.js';

/** Whoever sends, hosts or signs. */
export const ORGANIZATION = recordKind({
  name: 'organization',
  entity: Organization,
  path: 'organizations',
  tag: 'Directory',
  area: 'directory',
  merges: true,
  says: { list: 'Lists organizations, by name.' },
  problems: ORGANIZATION_PROBLEMS,
  constraints: ORGANIZATION_CONSTRAINTS,
  create: CreateOrganization,
  patch: PatchOrganization,
  query: OrganizationQuery,
  view: OrganizationView,
  created: CreatedOrganization,
  page: OrganizationPage,
});
