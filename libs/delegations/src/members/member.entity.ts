import { RecordEntity } from '#records';
import type { Quantity, Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { MemberStatus } from './member.rules.js';

/** One place in a delegation: a person, a group of people without names, or somebody still to be named. */
@Entity('delegation_members')
export class Member extends RecordEntity {
  @Column('uuid')
  delegationId: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('jsonb', { nullable: true })
  group: { label: Text; quantity?: Quantity | null } | null;

  @Column('jsonb', { nullable: true })
  placeholder: Text | null;

  @Column('text')
  role: string;

  @Column('jsonb', { nullable: true })
  title: Text | null;

  @Column('uuid', { nullable: true })
  organizationId: string | null;

  @Column('integer')
  precedence: number;

  @Column('text', { nullable: true })
  precedenceReason: string | null;

  @Column('text', { array: true })
  languages: string[];

  @Column('text')
  status: MemberStatus;

  @Column('uuid', { nullable: true })
  replacesId: string | null;

  /** Written by the database: whether something that it belongs to is confidential. */
  @Column('boolean', { select: false })
  withinConfidential: boolean;
}
