import { ApiProperty } from '@nestjs/swagger';
import type { MemberRole } from '#delegations';
import { ReferenceView } from '#platform';
import { ProtectedValues } from '../profiles/profiles.dto.js';

/** A member of a delegation, with what is kept of them under protection. */
export class ProtectedMemberView extends ProtectedValues {
  /** Who it is. */
  person: ReferenceView;

  /**
   * What the member is in the delegation.
   * @example "head"
   */
  role: MemberRole;

  /**
   * The title as it was at the time.
   * @example "Deputy Mayor of Guiyang"
   */
  title: string | null;
}

/** What is kept under protection of the members of a delegation who are expected. */
export class ProtectedSheetView {
  /** The delegation. */
  delegation: ReferenceView;

  /**
   * The day at the office.
   * @example "2026-11-22"
   */
  asOf: string;

  /** The members of whom something is kept, in order of precedence. */
  members: ProtectedMemberView[];

  /** The others who are known by name, in order of precedence. */
  @ApiProperty({ type: [ReferenceView] })
  withoutProfile: ReferenceView[];
}
