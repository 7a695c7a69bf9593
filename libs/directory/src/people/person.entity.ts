import { NamedEntity } from '#records';
import { Column, Entity } from 'typeorm';

/** Somebody an office deals with. What is shown is one of the names, never glued together from pieces. */
@Entity('people')
export class Person extends NamedEntity {
  @Column('text', { nullable: true })
  familyName: string | null;

  @Column('text', { nullable: true })
  givenName: string | null;

  @Column('text', { nullable: true })
  nameOrder: 'family_first' | 'given_first' | null;

  @Column('text', { nullable: true })
  honorific: string | null;

  @Column('text', { array: true })
  languages: string[];

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;
}
