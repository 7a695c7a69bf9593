import { Injectable } from '@nestjs/common';
import { Database, sql, statement } from '#platform';
import { type LastKey, readCursor, writeCursor } from './cursor.js';

const cursorKey = statement('cursor-key', sql`select encode(key, 'base64') from cursor_keys`);

/** Writes and reads cursors by the key that the database has for all instances. */
@Injectable()
export class Cursors {
  private key: Buffer | undefined;

  constructor(private readonly database: Database) {}

  /** A cursor for where a page of a list ends. */
  async write(list: string, sort: string, filters: object, last: LastKey): Promise<string> {
    return writeCursor(this.key ?? (await this.readKey()), list, sort, filters, last);
  }

  /**
   * Where the page ended that a cursor of this list was made for.
   * @throws Refusal `request.invalid`
   */
  async read(list: string, sort: string, filters: object, cursor: string): Promise<LastKey> {
    return readCursor(this.key ?? (await this.readKey()), list, sort, filters, cursor);
  }

  private async readKey(): Promise<Buffer> {
    const [key] = (await this.database.readRow(cursorKey, {}))!;
    return (this.key = Buffer.from(key!, 'base64'));
  }
}
