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
  ReferenceView,
} from '#platform';
import { ListQuery, PageOf, RecordView, StatusChangeView } from '#records';
import type { Text } from '#vocabulary';
import { IsOptional } from 'class-validator';
import { MEMBER_ROLES, MEMBER_STATUSES, type MemberRole, type MemberStatus } from './member.rules.js';

/** People who come together and are not named one by one. */
export class GroupDto {
  /** What they are, as in “students of electronic engineering”. */
  @IsText()
  label: Text;

  /** How many they are. */
  @IsQuantity()
  quantity: QuantityDto;
}

/** What may be said of a member and changed later. */
export class MemberFields {
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
  /** The member of this delegation whose seat this one takes; that one becomes `replaced` and stays on record. */
  @MayBeNull()
  @IdOf('member')
  replacesId?: string | null;
}

/** A merge patch of a member. */
export class PatchMember extends PatchOf(MemberFields) {}

/** What every answer about a member holds. */
export class MemberCore extends RecordView {
  /**
   * The part the member has in the delegation.
   * @example "head"
   */
  role: MemberRole;

  /** The person; null for a group or a placeholder. */
  person: ReferenceView | null;

  /** The organization that the member comes from. */
  organization: ReferenceView | null;

  /**
   * The rank in the order of precedence, from 1.
   * @example 1
   */
  precedence: number;

  /**
   * Why the order departs from the usual one.
   * @example "asked for by the protocol office"
   */
  precedenceReason: string | null;

  /**
   * The languages to speak with the member.
   * @example ["zh-Hans", "en"]
   */
  languages: string[];

  /**
   * Where the member stands.
   * @example "nominated"
   */
  status: MemberStatus;

  /** The member whose seat this one took: its id, and the name to show. */
  replaces: ReferenceView | null;
}

/** A group in a list. */
export class GroupItem {
  /**
   * What they are, in the language chosen by `Accept-Language`.
   * @example "students of electronic engineering"
   */
  label: string;

  /** How many they are. */
  quantity: QuantityDto;
}

/** A member in a list. */
export class MemberItem extends MemberCore {
  /** People who are not named one by one. */
  group: GroupItem | null;

  /**
   * Somebody still to be named, in the language chosen by `Accept-Language`.
   * @example "interpreter, to be named"
   */
  placeholder: string | null;

  /**
   * The title at the time, in the language chosen by `Accept-Language`.
   * @example "Deputy Mayor"
   */
  title: string | null;
}

/** A member of a delegation with its texts in every language. */
export class MemberView extends MemberCore {
  /** People who are not named one by one. */
  group: GroupDto | null;

  /** Somebody still to be named. */
  @IsText()
  placeholder: Text | null;

  /** The title at the time. */
  @IsText()
  title: Text | null;
}

/** A member with the history of its status. */
export class SingleMemberView extends MemberView {
  /** How the status came to be what it is, oldest first. */
  statusHistory: StatusChangeView[];
}

/** One page of the members of a delegation. */
export class MemberPage extends PageOf(MemberItem) {}

const SORTS = ['precedence', '-updated'] as const;

/** Which members of a delegation to list. */
export class MemberQuery extends ListQuery {
  /**
   * Only members of this status.
   * @example "accepted"
   */
  @IsOptional()
  @IsOneOf(MEMBER_STATUSES)
  status?: MemberStatus;

  /**
   * Only members of this role.
   * @example "interpreter"
   */
  @IsOptional()
  @IsOneOf(MEMBER_ROLES)
  role?: MemberRole;

  /**
   * Only members from this organization.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('organization')
  organization?: string;

  /**
   * Only the memberships of this person.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  @IsOptional()
  @IdOf('person')
  person?: string;

  /**
   * The order of the list.
   * @example "precedence"
   */
  @IsOptional()
  @IsOneOf(SORTS)
  sort?: (typeof SORTS)[number];
}
