import { DerivedDay, RecordEntity } from '#records';
import type { PartialDate, Quantity, Text, Verification } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { FigureKind } from './figure.rules.js';

/** What has been measured of a record, or is to be reached. */
@Entity('figures')
export class Figure extends RecordEntity {
  @Column('uuid')
  recordId: string;

  /** The kind of that record, which tells the table that it is in. */
  @Column('text')
  recordKind: string;

  @Column('text')
  kind: FigureKind;

  @Column('jsonb')
  metric: Text;

  @Column('jsonb', { nullable: true })
  quantity: Quantity | null;

  @Column('integer', { nullable: true })
  rank: number | null;

  @Column('jsonb', { nullable: true })
  among: Text | null;

  @Column('text', { nullable: true })
  asOf: PartialDate | null;

  @Column('integer', { nullable: true })
  yearsRunning: number | null;

  @Column('text', { nullable: true })
  due: PartialDate | null;

  @DerivedDay()
  dueLatest: string | null;

  @Column('integer')
  position: number;

  @Column('text')
  verification: Verification;
}
