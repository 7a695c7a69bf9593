import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Tokens } from '#identity';
import type { Answer, Headers, Recorded } from './answer.js';
import type { Office } from './office.js';

/** What an organizer does with documents. */
export interface Documents {
  readonly authorization: Headers;
  /** Sends a file as the document of a record, of a type and perhaps with a name. */
  attach(record: Recorded, bytes: Buffer, mediaType: string, name?: string): Promise<Answer>;
  /** Asks for the document of a record, as it is. */
  download(record: Recorded, further?: RequestInit): Promise<Downloaded>;
  /** How many documents are kept. */
  count(): Promise<number>;
}

interface Downloaded {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly bytes: Buffer;
}

export async function documentsOf(office: Office): Promise<Documents> {
  const { token } = await office.provider(Tokens).create({ label: 'Registry', role: 'organizer' });
  const authorization = { authorization: `Bearer ${token}` };
  return {
    authorization,
    attach: ({ at }, bytes, mediaType, name) =>
      office.put(`${at}/document`, bytes, { ...typed(mediaType), ...ANY, ...(name ? called(name) : {}) }),
    download: async ({ at }, further = {}) => {
      const headers = { ...authorization, ...(further.headers as Headers) };
      const answer = await fetch(`${office.url}${at}/document`, { ...further, headers });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, bytes };
    },
    count: async () => {
      const dataSource = office.provider(DataSource);
      return (await dataSource.query<object[]>('select from documents')).length;
    },
  };
}

export const ANY: Headers = { 'if-match': '*' };

export function typed(mediaType: string): Headers {
  return { 'content-type': mediaType };
}

export function called(name: string): Headers {
  return { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` };
}

/** How an answer is told apart from others. */
export function code({ status, body }: Answer): [status: number, code: string | undefined] {
  return [status, body.code];
}

export function checksumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
