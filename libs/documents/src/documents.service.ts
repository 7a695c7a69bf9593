import { type Caller, type Json, type Precondition, betweenPauses } from '#platform';
import { type AnyRoutedKind, type At, type ReadsBack, RecordService, type Records } from '#records';
import type { DocumentInbox, Upload } from './document-inbox.js';
import { assertType } from './document-type.js';
import { isAccepted, nameDocument, refuseDocument, refuseType } from './document.rules.js';
import type { DocumentedEntity } from './documented.entity.js';
import type { Documents } from './documents.js';

/** A kind of record that may have a document. */
export type DocumentedKind = AnyRoutedKind & { readonly entity: abstract new () => DocumentedEntity };

/** Writes which document the records of a kind have. */
export class DocumentsService extends RecordService<DocumentedKind, DocumentedEntity> {
  constructor(
    records: Records,
    kind: DocumentedKind,
    reads: ReadsBack<object>,
    private readonly documents: Documents,
    private readonly inbox: DocumentInbox,
  ) {
    super(records, kind, reads);
  }

  /** Gives a record a document instead of the one that it has; nothing is read of one that cannot be taken. */
  async attach(at: At, match: Precondition, upload: Upload, caller: Caller): Promise<Json<object>> {
    await this.change(at, match, caller, async () => undefined);
    const { mediaType } = upload;
    if (!isAccepted(mediaType)) throw refuseType(mediaType);
    this.inbox.assertFits(upload);
    const inTime = betweenPauses();
    return this.inbox.receive(upload, async (received) => {
      await assertType(received.path, mediaType);
      const document = {
        documentChecksum: received.checksum,
        documentName: nameDocument(upload.name, mediaType),
      };
      return inTime(() =>
        this.change(at, match, caller, async (tx, record) => {
          await this.documents.keep(tx, received, mediaType);
          await this.records.update(tx, this.kind, record, document, caller);
        }),
      );
    });
  }

  /** Takes the document of a record away; its bytes stay as long as the office keeps documents, since the history names them. */
  detach(at: At, match: Precondition, caller: Caller): Promise<Json<object>> {
    return this.change(at, match, caller, async (tx, record) => {
      if (record.documentChecksum === null) throw refuseDocument('none');
      const none = { documentChecksum: null, documentName: null };
      await this.records.update(tx, this.kind, record, none, caller);
    });
  }
}
