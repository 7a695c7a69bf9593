import { NamedEntity } from '#records';
import { Column } from 'typeorm';

/** A record with names that may have a document. */
export abstract class DocumentedEntity extends NamedEntity {
  @Column('text', { nullable: true })
  documentChecksum: string | null;

  @Column('text', { nullable: true })
  documentName: string | null;
}
