import type { Text } from '#vocabulary';
import { Column, PrimaryColumn } from 'typeorm';

/** A day that the database derives from a partial date; it is neither written nor loaded with the record. */
export function DerivedDay(): PropertyDecorator {
  return Column({ type: 'date', nullable: true, insert: false, update: false, select: false });
}

/** What every record keeps: its lock, its makers, when it was put away, and what colleagues should know of it. */
export abstract class RecordEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @Column('uuid')
  createdById: string;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;

  @Column('uuid')
  updatedById: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt: Date | null;

  @Column('jsonb', { nullable: true })
  notes: Text | null;
}
