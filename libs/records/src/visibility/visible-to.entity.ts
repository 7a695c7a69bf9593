import { Column } from 'typeorm';

/** Who may see a confidential record beside those who made it or are responsible for it. */
export class VisibleTo {
  @Column('uuid', { array: true })
  actorIds: string[];

  @Column('text', { array: true })
  roles: string[];
}
