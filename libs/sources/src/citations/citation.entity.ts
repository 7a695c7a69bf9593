import { RecordEntity } from '#records';
import type { Verification } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { Locator } from './citation.rules.js';

/** What a source says of a record, or of one field of it. */
@Entity('citations')
export class Citation extends RecordEntity {
  @Column('uuid')
  recordId: string;

  /** The kind of that record, which tells the table that it is in. */
  @Column('text')
  recordKind: string;

  @Column('text', { nullable: true })
  field: string | null;

  @Column('uuid')
  sourceId: string;

  @Column('jsonb', { nullable: true })
  locator: Locator | null;

  @Column('text')
  verification: Verification;

  /** What the source says, where the record does not say the same. */
  @Column('jsonb', { nullable: true })
  value: unknown;
}
