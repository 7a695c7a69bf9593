import { ApiProperty } from '@nestjs/swagger';
import type { AuditAction } from '#identity';
import { ReferenceView } from '#platform';
import { ActorView, type CHANGE_KINDS } from '#records';
import { MentionView, UnreadDocumentView } from './mention.dto.js';

/** A record that is about a person, or leads to them. */
export class HeldRecordView {
  /**
   * What kind of record it is.
   * @example "published participations"
   */
  kind: string;

  /**
   * Its id, where it has one.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string | null;

  /**
   * What it holds, field by field; what it leads to by id and name. Where a merge has set it aside, `setAsideBy` is the id of the
   * merge.
   */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { person: { id: '019a8f3e-4c00-7000-8000-000000000001', name: 'Sun Zhiming' }, role: 'speaker' },
  })
  fields: Record<string, unknown>;
}

/** What became of such a record. */
export class HeldChangeView {
  /**
   * What kind of record it was.
   * @example "published participations"
   */
  kind: string;

  /**
   * The id of the record.
   * @example "019a8f3e-4c00-7000-8000-000000000001"
   */
  id: string;

  /**
   * When it was recorded (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /** Who made the change; null where it was made in the database by hand. */
  by: ActorView | null;

  /**
   * What became of the record.
   * @example "changed"
   */
  change: (typeof CHANGE_KINDS)[number];

  /**
   * The version of the record since.
   * @example 2
   */
  version: number;

  /** What its fields held before and since; null where history keeps only that they changed. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { role: ['attendee', 'speaker'] },
  })
  fields: Record<string, unknown>;
}

/** Something that was done with what is held about a person. */
export class AuditedView {
  /**
   * When (RFC 3339, UTC).
   * @example "2026-11-22T09:00:00.000Z"
   */
  at: string;

  /**
   * What was done.
   * @example "personal-data.exported"
   */
  action: AuditAction;

  /** By whom; null where nobody is known. */
  by: ActorView | null;

  /**
   * Why, as they said.
   * @example "request of 20 November"
   */
  reason: string | null;
}

/** Everything that is held about a person. */
export class DataExportView {
  /** The person. */
  person: ReferenceView;

  /**
   * When this was put together (RFC 3339, UTC).
   * @example "2026-11-27T09:00:00.000Z"
   */
  madeAt: string;

  /** The record of the person, and all that are about them or lead to them. */
  records: HeldRecordView[];

  /** What became of those records. */
  history: HeldChangeView[];

  /** What was done with what is held about the person. */
  audit: AuditedView[];

  /** The texts of others that hold the name, or may. */
  mentions: MentionView[];

  /** The documents that no program can read, or not all of them: they may hold the name. */
  unread: UnreadDocumentView[];
}
