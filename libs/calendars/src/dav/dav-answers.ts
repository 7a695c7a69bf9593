import { Injectable } from '@nestjs/common';
import { writeCalendar, writeTask } from '#icalendar';
import { entityTag, matchesTag } from '#platform';
import type { OpenLink } from '../links/link-contents.js';
import { ABILITIES, ABSENT, type DavAnswer, READING, calendar, multistatus, refused } from './dav-answer.js';
import { askedIn, asksFor } from './dav-asked.js';
import { DavMaps } from './dav-maps.js';
import { describe } from './dav-properties.js';
import { DavReports } from './dav-reports.js';
import { type DavResource, childrenOf, resourceAt } from './dav-resource.js';
import { type Target, targetOf } from './dav-target.rules.js';
import { SyncReport } from './sync-report.js';
import { UnreadableXml, type XmlElement, readXml } from './dav-xml.js';

/** What is asked for, as far as it matters here. */
export interface DavRequest {
  readonly method: string;
  /** The address, without its query. */
  readonly path: string;
  readonly depth: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly body: Buffer | undefined;
}

/** Answers what is read by CalDAV, for who carries a private address. */
@Injectable()
export class DavAnswers {
  constructor(
    private readonly maps: DavMaps,
    private readonly reports: DavReports,
    private readonly sync: SyncReport,
  ) {}

  /** Answers a request for what a link shows. */
  async answer(request: DavRequest, account: OpenLink): Promise<DavAnswer> {
    const target = targetOf(request.path, account.link.id);
    if (!target) return ABSENT;
    const asked = readBody(request.body);
    const unchanged = request.method === 'REPORT' ? this.answerUnchanged(target, asked, account) : null;
    if (unchanged) return unchanged;
    const resource = await resourceAt(target, account);
    if (!resource) return ABSENT;
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return readCalendar(resource, request);
      case 'PROPFIND':
        return this.readProperties(resource, request.depth, asked);
      default:
        return isRead(asked) ? this.reports.answer(resource, asked) : UNREADABLE;
    }
  }

  private answerUnchanged(target: Target, asked: Body, account: OpenLink): DavAnswer | null {
    if (target.kind !== 'collection' || !isRead(asked) || asked.name !== 'd:sync-collection') return null;
    return this.sync.answerUnchanged(account, target.collection, asked);
  }

  private async readProperties(resource: DavResource, depth = 'infinity', request: Body): Promise<DavAnswer> {
    if (depth !== '0' && depth !== '1') return refused('d:propfind-finite-depth');
    if (request instanceof UnreadableXml || (request && request.name !== 'd:propfind')) return UNREADABLE;
    const asked = askedIn(request);
    const found = depth === '1' ? [resource, ...(await childrenOf(resource))] : [resource];
    if (asksFor(asked, 'sync-token')) await this.noteMaps(found);
    return multistatus(found.map((one) => describe(one, asked)).join(''));
  }

  /** A token is given only for a map that is kept. */
  private async noteMaps(found: readonly DavResource[]): Promise<void> {
    for (const { kind, account, collection } of found)
      if (kind === 'collection') await this.maps.noteWhole(account.link.id, collection!);
  }
}

/** What programs are told that ask what the server can do. */
export const OPTIONS: DavAnswer = { status: 200, headers: { allow: READING.join(', '), dav: ABILITIES } };

/** What is neither read nor would write. */
export const UNKNOWN: DavAnswer = { status: 405, headers: { allow: READING.join(', ') } };

const UNREADABLE: DavAnswer = { status: 400 };

/** What a request says in its body; nothing, where it has none. */
type Body = XmlElement | UnreadableXml | null;

function isRead(body: Body): body is XmlElement {
  return body !== null && !(body instanceof UnreadableXml);
}

function readBody(body: Buffer | undefined): Body {
  if (!body || body.length === 0) return null;
  try {
    return readXml(body);
  } catch (error) {
    if (error instanceof UnreadableXml) return error;
    throw error;
  }
}

function readCalendar({ collection, member }: DavResource, { ifNoneMatch }: DavRequest): DavAnswer {
  if (!collection) return { status: 405, headers: { allow: 'OPTIONS, PROPFIND, REPORT' } };
  const text = member?.text ?? wholeOf(collection);
  const tag = member?.tag ?? entityTag(Buffer.from(text));
  return matchesTag(ifNoneMatch, tag) ? { status: 304, headers: { etag: tag } } : calendar(text, tag);
}

function wholeOf({ members }: NonNullable<DavResource['collection']>): string {
  const entries = [...members.values()].map(({ event, task }) => event ?? writeTask(task!));
  return writeCalendar({ timeZone: 'UTC', entries });
}
