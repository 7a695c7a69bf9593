import { writeDocument } from './dav-xml.js';

/** What the server can do (RFC 4918 §18, RFC 3744, RFC 4791). */
export const ABILITIES = '1, 3, access-control, calendar-access';

/** What is read here; everything else would write. */
export const READING = ['OPTIONS', 'GET', 'HEAD', 'PROPFIND', 'REPORT'] as const;

/** An answer, before it is sent. */
export interface DavAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: string;
}

const XML = 'application/xml; charset=utf-8';
const CALENDAR = 'text/calendar; charset=utf-8';

/** Several answers in one (RFC 4918 §13). */
export function multistatus(content: string): DavAnswer {
  return { status: 207, type: XML, body: writeDocument('d:multistatus', content) };
}

/** A refusal, in the words that the protocol has for its reason: `d:need-privileges`. */
export function refused(condition: string, status = 403): DavAnswer {
  return { status, type: XML, body: writeDocument('d:error', `<${condition}/>`) };
}

/** A calendar, or nothing where the client has it already. */
export function calendar(text: string, tag: string): DavAnswer {
  return { status: 200, type: CALENDAR, headers: { etag: tag }, body: text };
}

/** What is not there. */
export const ABSENT: DavAnswer = { status: 404 };
