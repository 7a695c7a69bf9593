import { DerivedDay, NamedEntity, VisibleTo } from '#records';
import type { PartialDate, Text, Verification, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { EntryKind, EntryStatus, Level } from './entry.rules.js';
import type { Question } from './question.rules.js';

/** What something could mean, and how far that can be relied on. */
export interface Hypothesis {
  readonly text: Text;
  readonly verification: Verification;
  readonly note: Text | null;
}

/** Something that the office knows of a place, an organization, a person, a topic, a forum series or a relationship. */
@Entity('entries')
export class Entry extends NamedEntity {
  @Column('text')
  kind: EntryKind;

  @Column('jsonb', { nullable: true })
  text: Text | null;

  @Column('text')
  status: EntryStatus;

  @Column('text', { nullable: true })
  level: Level | null;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('integer')
  position: number;

  @Column('uuid', { nullable: true })
  placeId: string | null;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  topicId: string | null;

  @Column('uuid', { nullable: true })
  seriesId: string | null;

  @Column('uuid', { nullable: true })
  relationshipId: string | null;

  /** Whichever of these it is about. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false, select: false })
  subjectId: string;

  /** The record that it speaks of, such as a zone that was planned, then built. */
  @Column('uuid', { nullable: true })
  recordId: string | null;

  /** The kind of that record, which tells the table that it is in. */
  @Column('text', { nullable: true })
  recordKind: string | null;

  @Column('jsonb', { nullable: true })
  layout: Text | null;

  @Column('text', { nullable: true })
  since: PartialDate | null;

  @DerivedDay()
  sinceEarliest: string | null;

  @DerivedDay()
  sinceLatest: string | null;

  @Column('text', { nullable: true })
  until: PartialDate | null;

  @DerivedDay()
  untilEarliest: string | null;

  @DerivedDay()
  untilLatest: string | null;

  @Column('jsonb', { nullable: true })
  datesNote: Text | null;

  /** Where only the item is said, the database notes its event. */
  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  itemId: string | null;

  @Column('uuid', { nullable: true })
  speakerId: string | null;

  @Column('jsonb', { nullable: true })
  officeHeld: Text | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text')
  verification: Verification;

  @Column('jsonb')
  hypotheses: Hypothesis[];

  @Column('jsonb')
  openQuestions: Question[];

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;

  /** Written by the database: whether something that it is part of, however far above, is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
