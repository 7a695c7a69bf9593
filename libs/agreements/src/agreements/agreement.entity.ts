import { NamedEntity, VisibleTo } from '#records';
import type { PartialDate, Text, Visibility } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { AgreementStatus, RenewalMode } from './agreement.rules.js';

/** What was promised, to whom, from when and until when; parties, signatories and obligations are records of their own. */
@Entity('agreements')
export class Agreement extends NamedEntity {
  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text')
  binding: string;

  @Column('jsonb')
  objectives: Text[];

  @Column('text', { nullable: true })
  referenceNumber: string | null;

  @Column('text', { array: true })
  authenticLanguages: string[];

  @Column('boolean')
  virtual: boolean;

  @Column('uuid', { nullable: true })
  signedAtEventId: string | null;

  @Column('uuid', { nullable: true })
  signedAtItemId: string | null;

  @Column('uuid', { nullable: true })
  originEventId: string | null;

  @Column('text', { nullable: true })
  proposed: PartialDate | null;

  @Column('text', { nullable: true })
  approved: PartialDate | null;

  @Column('uuid', { nullable: true })
  approvedByOrganizationId: string | null;

  @Column('text', { nullable: true })
  approvalSession: string | null;

  @Column('text', { nullable: true })
  approvalResolution: string | null;

  @Column('text', { nullable: true })
  signed: PartialDate | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  signedEarliest: string;

  @Column({ type: 'date', insert: false, update: false, select: false })
  signedLatest: string;

  @Column('text', { nullable: true })
  effective: PartialDate | null;

  @Column('boolean')
  effectiveOnSignature: boolean;

  @Column('text', { nullable: true })
  expiry: PartialDate | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  expiryEarliest: string;

  @Column({ type: 'date', insert: false, update: false, select: false })
  expiryLatest: string;

  @Column({ type: 'integer', insert: false, update: false, select: false })
  expirySpread: number;

  @Column('jsonb', { nullable: true })
  renewal: { mode: RenewalMode; term?: string | null; noticePeriod?: string | null } | null;

  @Column({ type: 'date', insert: false, update: false, select: false })
  noticeDay: string;

  @Column('text', { nullable: true })
  review: PartialDate | null;

  @Column('text', { nullable: true })
  terminated: PartialDate | null;

  @Column('text', { nullable: true })
  terminationReason: string | null;

  @Column('uuid', { nullable: true })
  createsOrganizationId: string | null;

  @Column('jsonb', { nullable: true })
  document: { url: string; title?: string | null } | null;

  @Column('text')
  status: AgreementStatus;

  @Column('text')
  visibility: Visibility;

  @Column(() => VisibleTo)
  visibleTo: VisibleTo;
}
