import { RecordEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { EntryLinkKind } from './entry-link.rules.js';

/** What one entry has to do with another, apart from being part of its tree. */
@Entity('entry_links')
export class EntryLink extends RecordEntity {
  @Column('uuid')
  entryId: string;

  @Column('uuid')
  toId: string;

  @Column('text')
  kind: EntryLinkKind;

  @Column('jsonb', { nullable: true })
  note: Text | null;
}
