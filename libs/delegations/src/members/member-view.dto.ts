import { PickType } from '@nestjs/swagger';
import { IsText, QuantityDto, ReferenceView } from '#platform';
import { PageOf, PartOf, RecordView, StatusChangeView } from '#records';
import type { Text } from '#vocabulary';
import { GroupDto } from './member-input.dto.js';
import type { MemberRole, MemberStatus } from './member.rules.js';

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

  /** How many they are; null where nobody knows. */
  quantity: QuantityDto | null;
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

/** A member in a list of delegations. */
export class MemberOfDelegation extends PickType(MemberItem, ['id', 'role', 'person', 'title']) {
  /**
   * Who is not named: a group, or somebody still to be named, in the language chosen by `Accept-Language`.
   * @example "students of electronic engineering"
   */
  unnamed: string | null;
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

/** A member as the delegation shows it. */
export class MemberPart extends PartOf(MemberView) {}

/** One page of the members of a delegation. */
export class MemberPage extends PageOf(MemberItem) {}
