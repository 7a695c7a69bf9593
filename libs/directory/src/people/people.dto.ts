import { ApiProperty } from '@nestjs/swagger';
import {
  Few,
  IdOrNameOf,
  IsLanguageList,
  IsLine,
  IsNames,
  IsOneOf,
  ListOf,
  MayBeAbsent,
  MayBeNull,
  NameDto,
  PatchOf,
} from '#platform';
import { NamedItem, PageOf, RecordInput } from '#records';
import { IsEmail, IsOptional } from 'class-validator';
import { DirectoryQuery } from '../directory-query.dto.js';
import { CreatedOf } from '../similar/similar.dto.js';
import { CreatePosition, PositionOfPerson, PositionPart } from './positions.dto.js';

export const NAME_ORDERS = ['family_first', 'given_first'] as const;
type NameOrder = (typeof NAME_ORDERS)[number];

/** What is recorded of a person. */
export class PersonDetails extends RecordInput {
  /** The person's names, in every language and script they are known in; one of them is shown. */
  @IsNames()
  names: NameDto[];

  /**
   * The family name.
   * @example "Sun"
   */
  @MayBeNull()
  @IsLine()
  familyName?: string | null;

  /**
   * The given name.
   * @example "Zhiming"
   */
  @MayBeNull()
  @IsLine()
  givenName?: string | null;

  /**
   * Which of the two is said first.
   * @example "family_first"
   */
  @MayBeNull()
  @IsOneOf(NAME_ORDERS)
  nameOrder?: NameOrder | null;

  /**
   * How the person is addressed.
   * @example "Deputy Mayor"
   */
  @MayBeNull()
  @IsLine(100)
  honorific?: string | null;

  /** The languages the person speaks. */
  @MayBeAbsent()
  @IsLanguageList()
  languages?: string[];

  /**
   * Where the person is written to.
   * @example "office@example.org"
   */
  @MayBeNull()
  @ApiProperty({ maxLength: 254 })
  @IsEmail({}, { message: 'must be an e-mail address' })
  email?: string | null;

  /**
   * Where the person is called.
   * @example "+39 081 000 0000"
   */
  @MayBeNull()
  @IsLine(50)
  phone?: string | null;
}

/** A person as recorded, together with the positions held. */
export class CreatePerson extends PersonDetails {
  /** What the person is, at which organizations: many at once are ordinary. */
  @MayBeAbsent()
  @ListOf(() => CreatePosition)
  positions?: CreatePosition[];
}

/** A merge patch of a person; positions are records of their own. */
export class PatchPerson extends PatchOf(PersonDetails) {}

class PersonFacts extends NamedItem {
  /**
   * The family name.
   * @example "Sun"
   */
  familyName: string | null;

  /**
   * The given name.
   * @example "Zhiming"
   */
  givenName: string | null;

  /**
   * Which of the two is said first.
   * @example "family_first"
   */
  nameOrder: NameOrder | null;

  /**
   * How the person is addressed.
   * @example "Deputy Mayor"
   */
  honorific: string | null;

  /**
   * The languages the person speaks: BCP 47 tags.
   * @example ["zh-Hans", "en"]
   */
  languages: string[];
}

/** A person in a list. */
export class PersonItem extends PersonFacts {
  /** The first positions of the person: those held now, then those that have ended. */
  @Few()
  positions: PositionOfPerson[];

  /**
   * How many positions the person holds or has held.
   * @example 2
   */
  positionCount: number;
}

/** A person with all names, the ways to reach them, and their positions. */
export class PersonView extends PersonFacts {
  /** All the person's names, in every language and script. */
  names: NameDto[];

  /**
   * Where the person is written to; null, as telephone and notes are, without the scope `contacts:read`.
   * @example "office@example.org"
   */
  email: string | null;

  /**
   * Where the person is called; null without the scope `contacts:read`.
   * @example "+39 081 000 0000"
   */
  phone: string | null;

  /** What the person is and was, at which organizations, as recorded. */
  positions: PositionPart[];
}

/** What answers recording a person. */
export class CreatedPerson extends CreatedOf(PersonView) {}

/** One page of people. */
export class PersonPage extends PageOf(PersonItem) {}

/** Which people to list. */
export class PersonQuery extends DirectoryQuery {
  /**
   * Only people who hold or have held a position at this organization, a unit of it or one that it has succeeded.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOrNameOf('organization')
  organization?: string;
}
