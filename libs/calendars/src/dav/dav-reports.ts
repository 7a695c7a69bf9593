import { Injectable } from '@nestjs/common';
import type { DavAnswer } from './dav-answer.js';
import { calendar, multistatus, refused } from './dav-answer.js';
import type { Member } from './dav-collections.js';
import { readRange } from './dav-filter.rules.js';
import { RefusedFilter, readFilter } from './dav-filters.js';
import { askedIn } from './dav-asked.js';
import { type AskedName, describe, describeAbsent } from './dav-properties.js';
import { type DavResource, memberOf } from './dav-resource.js';
import { SyncReport } from './sync-report.js';
import { targetOf } from './dav-target.rules.js';
import { type XmlElement, childOf } from './dav-xml.js';
import { writeBusyTimes } from '../busy-times.js';

type Report = (calendar: DavResource, asked: XmlElement) => DavAnswer | Promise<DavAnswer>;

/** What is asked of a calendar besides its properties. */
@Injectable()
export class DavReports {
  private readonly reports: Readonly<Record<string, Report>> = {
    'c:calendar-query': (resource, asked) => query(resource, asked),
    'c:calendar-multiget': (resource, asked) => readSeveral(resource, asked),
    'd:sync-collection': (resource, asked) => this.sync.answer(resource, asked),
    'c:free-busy-query': (resource, asked) => this.tellBusy(resource, asked),
  };

  constructor(private readonly sync: SyncReport) {}

  /** Answers a report on what is at an address. */
  async answer(resource: DavResource, asked: XmlElement): Promise<DavAnswer> {
    const report = resource.kind === 'collection' ? this.reports[asked.name] : undefined;
    if (!report) return refused('d:supported-report');
    if (askedIn(asked).names.some(isInOtherForm)) return refused('c:supported-calendar-data');
    try {
      return await report(resource, asked);
    } catch (error) {
      if (error instanceof RefusedFilter) return refused(error.condition);
      throw error;
    }
  }

  private async tellBusy({ account, collection }: DavResource, asked: XmlElement): Promise<DavAnswer> {
    const range = readRange(childOf(asked, 'c:time-range')?.attributes ?? {});
    if (!range || !Number.isFinite(range.end - range.start)) return refused('c:valid-filter');
    const time = {
      from: Temporal.Instant.fromEpochMilliseconds(range.start),
      until: Temporal.Instant.fromEpochMilliseconds(range.end),
    };
    const { entries } = await account.readDuring(time);
    const own = entries.filter((entry) => entry.collection === collection!.name);
    const text = writeBusyTimes(own, { of: `${account.link.id}-${collection!.name}`, ...time });
    return { ...calendar(text, ''), headers: {} };
  }
}

/** Whether calendars are wanted in another form than the one that is told as supported. */
function isInOtherForm({ name, attributes = {} }: AskedName): boolean {
  const { 'content-type': type = 'text/calendar', version = '2.0' } = attributes;
  return name === 'c:calendar-data' && (type !== 'text/calendar' || version !== '2.0');
}

function query(resource: DavResource, asked: XmlElement): DavAnswer {
  const isAskedFor = readFilter(asked);
  return tell(resource, asked, [...resource.collection!.members.values()].filter(isAskedFor));
}

function readSeveral(resource: DavResource, asked: XmlElement): DavAnswer {
  const addresses = asked.children.filter(({ name }) => name === 'd:href').map(({ text }) => text.trim());
  return tell(resource, asked, new Set(addresses.map((address) => memberAt(resource, address) ?? address)));
}

/** Tells of members what is asked for, and of addresses that there is nothing. */
function tell(resource: DavResource, asked: XmlElement, found: Iterable<Member | string>): DavAnswer {
  const properties = askedIn(asked);
  const responses = Array.from(found, (one) =>
    typeof one === 'string' ? describeAbsent(one) : describe(toResource(resource, one), properties),
  );
  return multistatus(responses.join(''));
}

function memberAt({ account, collection }: DavResource, address: string): Member | undefined {
  const path = pathOf(address);
  const target = path === null ? null : targetOf(path, account.link.id);
  const isHere = target?.kind === 'member' && target.collection === collection!.name;
  return isHere ? collection!.members.get(target.address) : undefined;
}

function toResource({ account, collection }: DavResource, member: Member): DavResource {
  return memberOf(account, collection!, member);
}

function pathOf(address: string): string | null {
  return URL.parse(address, 'http://here')?.pathname ?? null;
}
