import type { Name } from '#vocabulary';
import { Column } from 'typeorm';
import { RecordEntity } from './record.entity.js';

/** A record that has names; what is shown and sorted by is derived from them by the database. */
export abstract class NamedEntity extends RecordEntity {
  @Column('jsonb')
  names: Name[];

  @Column({ type: 'jsonb', insert: false, update: false, select: false })
  display: Record<string, string>;

  @Column({ type: 'text', insert: false, update: false, select: false })
  sortName: string;
}
