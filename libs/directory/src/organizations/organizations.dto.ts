import { ApiProperty } from '@nestjs/swagger';
import {
  Few,
  IdOf,
  IdsOf,
  IsAddress,
  IsLine,
  IsNames,
  IsOneOf,
  IsPartialDate,
  IsQuantity,
  IsText,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
  QuantityDto,
  ReferenceView,
} from '#platform';
import { NamedItem, PageOf, RecordInput } from '#records';
import type { Text } from '#vocabulary';
import { IsEmail } from 'class-validator';
import { CreatedOf } from '../similar/similar.dto.js';
import { RelationOfOrganization, RelationPart } from './organization-relations.dto.js';

export const ORGANIZATION_KINDS = [
  'municipality',
  'government',
  'ministry',
  'embassy',
  'consulate',
  'agency',
  'international_organization',
  'party',
  'university',
  'school',
  'institute',
  'research',
  'company',
  'chamber',
  'association',
  'federation',
  'incubator',
  'science_centre',
  'joint_lab',
  'financial',
  'other',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** An organization as it is recorded. */
export class CreateOrganization extends RecordInput {
  /** Its names, in every language and script they are known in. */
  @IsNames()
  names: NameDto[];

  /**
   * What kind of organization it is.
   * @example "university"
   */
  @IsOneOf(ORGANIZATION_KINDS)
  kind: OrganizationKind;

  /** The organization it is part of: the bureau of a division, the municipality of a bureau. */
  @MayBeNull()
  @IdOf('organization')
  parentId?: string | null;

  /** Where its seat is. */
  @MayBeNull()
  @IdOf('place')
  placeId?: string | null;

  /** What it works on. */
  @MayBeAbsent()
  @IdsOf('topic')
  topicIds?: string[];

  /** When it was founded, as far as that is known. */
  @MayBeNull()
  @IsPartialDate('2017-11')
  founded?: string | null;

  /** How many members it has, as reported. */
  @MayBeNull()
  @IsQuantity()
  memberCount?: QuantityDto | null;

  /**
   * Its address on the web.
   * @example "https://www.cittadellascienza.it"
   */
  @MayBeNull()
  @IsAddress()
  website?: string | null;

  /**
   * Where it is written to.
   * @example "international@example.org"
   */
  @MayBeNull()
  @ApiProperty({ maxLength: 254 })
  @IsEmail({}, { message: 'must be an e-mail address' })
  email?: string | null;

  /**
   * Where it is called.
   * @example "+39 081 000 0000"
   */
  @MayBeNull()
  @IsLine(50)
  phone?: string | null;

  /** Whom to ask there. */
  @MayBeNull()
  @IdOf('person')
  contactPersonId?: string | null;

  /** What it is and does, by language. */
  @MayBeNull()
  @IsText()
  description?: Text | null;
}

/** A merge patch of an organization. */
export class PatchOrganization extends PatchOf(CreateOrganization) {}

class OrganizationFacts extends NamedItem {
  /**
   * What kind of organization it is.
   * @example "university"
   */
  kind: OrganizationKind;

  /** The organization it is part of. */
  parent: ReferenceView | null;

  /** Where its seat is. */
  place: ReferenceView | null;

  /**
   * When it was founded, as far as that is known.
   * @example "2017-11"
   */
  founded: string | null;

  /** How many members it has, as reported. */
  memberCount: QuantityDto | null;

  /**
   * Its address on the web.
   * @example "https://www.cittadellascienza.it"
   */
  website: string | null;
}

/** An organization in a list. */
export class OrganizationItem extends OrganizationFacts {
  /** The first topics it works on. */
  @Few()
  topics: ReferenceView[];

  /**
   * How many topics it works on.
   * @example 2
   */
  topicCount: number;

  /** The first relations that lead from it to others. */
  @Few()
  relations: RelationOfOrganization[];

  /**
   * How many relations lead from it to others.
   * @example 1
   */
  relationCount: number;
}

/** An organization with all its names, its topics and its relations. */
export class OrganizationView extends OrganizationFacts {
  /** All its names, in every language and script. */
  names: NameDto[];

  /**
   * Where it is written to.
   * @example "international@example.org"
   */
  email: string | null;

  /**
   * Where it is called.
   * @example "+39 081 000 0000"
   */
  phone: string | null;

  /** Whom to ask there. */
  contactPerson: ReferenceView | null;

  /**
   * What it is and does, by language.
   * @example { "it": "laboratorio di ricerca e formazione" }
   */
  description: Text | null;

  /** What it works on. */
  topics: ReferenceView[];

  /** How it stands to other organizations, to people and places. */
  relations: RelationPart[];
}

/** What answers recording an organization. */
export class CreatedOrganization extends CreatedOf(OrganizationView) {}

/** One page of organizations. */
export class OrganizationPage extends PageOf(OrganizationItem) {}
