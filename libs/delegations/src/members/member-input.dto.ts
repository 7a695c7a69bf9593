import {
  IdOf,
  IsLanguageList,
  IsLine,
  IsOneOf,
  IsQuantity,
  IsText,
  IsWhole,
  MayBeAbsent,
  MayBeNull,
  One,
  PatchOf,
  QuantityDto,
} from '#platform';
import { RecordInput } from '#records';
import type { Text } from '#vocabulary';
import { MEMBER_ROLES, MEMBER_STATUSES, type MemberRole, type MemberStatus } from './member.rules.js';

/** People who come together and are not named one by one. */
export class GroupDto {
  /** What they are, as in “students of electronic engineering”. */
  @IsText()
  label: Text;

  /** How many they are, where anybody knows: “party leaders” may stand without a number. */
  @MayBeNull()
  @IsQuantity()
  quantity?: QuantityDto | null;
}

/** What may be said of a member and changed later. */
export class MemberFields extends RecordInput {
  /** The person; otherwise a `group` or a `placeholder`. */
  @MayBeNull()
  @IdOf('person')
  personId?: string | null;

  /** People who are not named one by one; otherwise `personId` or a `placeholder`. */
  @MayBeNull()
  @One(() => GroupDto)
  group?: GroupDto | null;

  /** Somebody still to be named, as in “interpreter, to be named”; otherwise `personId` or a `group`. */
  @MayBeNull()
  @IsText()
  placeholder?: Text | null;

  /**
   * The part the member has in the delegation; `member` where nothing is said. There is one head at a time.
   * @example "head"
   */
  @MayBeAbsent()
  @IsOneOf(MEMBER_ROLES)
  role?: MemberRole;

  /** The title at the time of the visit. */
  @MayBeNull()
  @IsText()
  title?: Text | null;

  /** The organization that the member comes from. */
  @MayBeNull()
  @IdOf('organization')
  organizationId?: string | null;

  /**
   * The rank in the order of precedence, from 1. Without it, the place in the list of members;
   * for one who is added later the end, for one who replaces another that one's rank.
   * @example 1
   */
  @MayBeAbsent()
  @IsWhole(1, 1_000_000)
  precedence?: number;

  /**
   * Why the order departs from the usual one.
   * @example "asked for by the protocol office"
   */
  @MayBeNull()
  @IsLine(500)
  precedenceReason?: string | null;

  /** The languages to speak with the member. */
  @MayBeNull()
  @IsLanguageList()
  languages?: string[] | null;
}

/** A member as it is recorded together with the delegation. */
export class NewMember extends MemberFields {
  /**
   * Where the member stands; later it moves by transitions.
   * @example "nominated"
   */
  @MayBeAbsent()
  @IsOneOf(MEMBER_STATUSES)
  status?: MemberStatus;
}

/** A member as it is added to a delegation. */
export class CreateMember extends NewMember {
  /**
   * The member of this delegation whose seat this one takes, and nobody else has taken; that one becomes `replaced` and stays
   * on record.
   */
  @MayBeNull()
  @IdOf('member')
  replacesId?: string | null;
}

/** A merge patch of a member. */
export class PatchMember extends PatchOf(MemberFields) {}
