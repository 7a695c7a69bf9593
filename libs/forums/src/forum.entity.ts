import { Event } from '#events';
import type { Quantity, Text } from '#vocabulary';
import { ChildEntity, Column } from 'typeorm';

/** How many of one category of participants: “over 1 000 companies”. */
export interface Attendance {
  readonly category: Text;
  readonly quantity?: Quantity | null;
}

/** One edition of a forum, a fair, a week. */
@ChildEntity('forum')
export class Forum extends Event {
  @Column({ type: 'uuid', nullable: true })
  seriesId: string | null;

  @Column({ type: 'integer', nullable: true })
  edition: number | null;

  @Column({ type: 'integer', nullable: true })
  year: number | null;

  @Column({ type: 'text', nullable: true })
  format: string | null;

  @Column({ type: 'jsonb', nullable: true })
  expectedAttendance: Attendance[] | null;

  @Column({ type: 'jsonb', nullable: true })
  actualAttendance: Attendance[] | null;

  @Column({ type: 'jsonb', nullable: true })
  announcedSideEvents: Quantity | null;
}
