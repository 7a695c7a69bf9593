import { RecordEntity } from '#records';
import type { Text } from '#vocabulary';
import { Column, Entity } from 'typeorm';
import type { GiftDirection } from './gift.rules.js';

/** Something that was given to guests, or received from them. */
@Entity('gifts')
export class Gift extends RecordEntity {
  @Column('jsonb')
  title: Text;

  @Column('text')
  direction: GiftDirection;

  @Column('uuid')
  organizationId: string;
}
