import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  type Caller,
  Clock,
  Database,
  type Transaction,
  betweenPauses,
  callerValues,
  rememberOf,
  runOften,
  sql,
  statement,
} from '#platform';
import { type At, type RecordKind, rowAt } from '#records';
import { unknownRecord } from '#refusals';
import type { Received } from './document-inbox.js';
import { type DocumentText, isReadable, textOf } from './document-text.js';
import { type MediaType, refuseDocument } from './document.rules.js';
import type { DocumentView } from './documents.dto.js';
import { documentOf } from './documents.fragments.js';

const PIECE_BYTES = 64 * 1024;

const KEEP = `insert into documents (checksum, media_type, size, created_at) values ($1, $2, $3, $4)
  on conflict (checksum) do nothing`;
const KEEP_PIECE = 'insert into document_pieces (checksum, number, bytes) values ($1, $2, $3)';

const PIECE = statement(
  'document-piece',
  sql`select encode(p.bytes, 'base64') from document_pieces p
    where p.checksum = :checksum and p.number = :number`,
);

const documentAt = rememberOf((kind: RecordKind) =>
  statement(`${kind.code}-document`, sql`select ${documentOf(sql`e`)} ${rowAt(kind)}`),
);

/** The documents of records; the bytes of each are kept once, in pieces. */
@Injectable()
export class Documents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a document, unless it is kept already. */
  async keep(tx: Transaction, { path, size, checksum }: Received, mediaType: MediaType): Promise<void> {
    const kept = await runOften(tx, KEEP, [checksum, mediaType, size, this.clock.now()]);
    if (kept.rowCount === 0) return;
    await using file = await open(path);
    // Read into again and again: what lies about until it is collected would be as much as the document.
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let number = 0; number * PIECE_BYTES < size; number++) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, number * PIECE_BYTES);
      await runOften(tx, KEEP_PIECE, [checksum, number, piece.subarray(0, bytesRead)]);
    }
  }

  /**
   * The document of the record at an address.
   * @throws Refusal `record.unknown`, `document.none`
   */
  async find(kind: RecordKind, at: At, caller: Caller): Promise<DocumentView> {
    const row = await this.database.readRow(documentAt(kind), { ...callerValues(caller), ...at });
    if (!row) throw unknownRecord(kind.name);
    if (row[0] === null) throw refuseDocument('none');
    return JSON.parse(row[0]!) as DocumentView;
  }

  /**
   * The bytes of a document, read piece by piece as they are taken: no connection is held in between.
   * @throws Refusal `document.none` where it is no longer kept
   */
  read(document: DocumentView): Readable {
    return Readable.from(this.pieces(document), { objectMode: false });
  }

  /**
   * What a document says, as far as a program can tell.
   * @returns null where it is no longer kept
   */
  async textOf({ checksum, size, mediaType }: DocumentView, tx?: Transaction): Promise<DocumentText | null> {
    if (!isReadable(mediaType)) return textOf(Buffer.alloc(0), mediaType);
    const pieces: Buffer[] = [];
    for (let number = 0; number * PIECE_BYTES < size; number++) {
      const row = await this.database.readRow(PIECE, { checksum, number }, tx);
      if (!row) return null;
      pieces.push(Buffer.from(row[0]!, 'base64'));
    }
    return textOf(Buffer.concat(pieces), mediaType);
  }

  private async *pieces({ checksum, size }: DocumentView): AsyncGenerator<Buffer> {
    const inTime = betweenPauses();
    for (let number = 0; number * PIECE_BYTES < size; number++) {
      const row = await inTime(() => this.database.readRow(PIECE, { checksum, number }));
      if (!row) throw refuseDocument('none');
      yield Buffer.from(row[0]!, 'base64');
    }
  }
}
