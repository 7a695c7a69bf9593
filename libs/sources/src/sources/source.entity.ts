import { DocumentedEntity } from '#documents';
import { DerivedDay, VisibleTo } from '#records';
import type { PartialDate, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { DoubtfulRange, SourceKind } from './source.rules.js';

/** Something that the office knows from, with its text as it is. */
@Entity('sources')
export class Source extends DocumentedEntity {
  @Column('text')
  kind: SourceKind;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  publisher: string | null;

  @Column('text', { nullable: true })
  author: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('text', { nullable: true })
  published: PartialDate | null;

  @DerivedDay()
  publishedEarliest: string | null;

  @DerivedDay()
  publishedLatest: string | null;

  @Column('uuid', { nullable: true })
  translationOfId: string | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column({ type: 'integer', insert: false, update: false, select: false })
  textLength: number;

  @Column({ type: 'text', nullable: true, insert: false, update: false, select: false })
  checksum: string | null;

  @Column('integer', { nullable: true })
  breaksOffAt: number | null;

  @Column('jsonb')
  ranges: DoubtfulRange[];

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;
}
