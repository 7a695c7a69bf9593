import { Injectable } from '@nestjs/common';
import { Clock } from '#platform';
import type { DavAnswer } from './dav-answer.js';
import { calendar, multistatus, refused } from './dav-answer.js';
import type { Member } from './dav-collections.js';
import { readRange } from './dav-filter.rules.js';
import { readFilter } from './dav-filters.js';
import { askedIn } from './dav-asked.js';
import { describe, describeAbsent } from './dav-properties.js';
import { type DavResource, memberOf } from './dav-resource.js';
import { SyncReport } from './sync-report.js';
import { targetOf } from './dav-target.rules.js';
import { isAskedFor } from './dav-times.js';
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

  constructor(
    private readonly sync: SyncReport,
    private readonly clock: Clock,
  ) {}

  /** Answers a report on what is at an address. */
  async answer(resource: DavResource, asked: XmlElement): Promise<DavAnswer> {
    const report = resource.kind === 'collection' ? this.reports[asked.name] : undefined;
    return report ? report(resource, asked) : refused('d:supported-report');
  }

  private tellBusy({ collection }: DavResource, asked: XmlElement): DavAnswer {
    const range = readRange(childOf(asked, 'c:time-range')?.attributes ?? {});
    if (!range || !Number.isFinite(range.end - range.start)) return refused('c:valid-filter');
    const events = [...collection!.members.values()].flatMap(({ event }) => event ?? []);
    const [from, until, now] = [range.start, range.end, this.clock.now().getTime()].map((at) =>
      Temporal.Instant.fromEpochMilliseconds(at),
    ) as [Temporal.Instant, Temporal.Instant, Temporal.Instant];
    const text = writeBusyTimes(events, { from, until }, now);
    return { ...calendar(text, ''), headers: {} };
  }
}

function query(resource: DavResource, asked: XmlElement): DavAnswer {
  const filter = readFilter(asked);
  if (typeof filter === 'string') return refused(filter);
  const found = [...resource.collection!.members.values()].filter((member) => isAskedFor(member, filter));
  return multistatus(found.map((member) => describe(toResource(resource, member), askedIn(asked))).join(''));
}

function readSeveral(resource: DavResource, asked: XmlElement): DavAnswer {
  const addresses = asked.children.filter(({ name }) => name === 'd:href').map(({ text }) => text.trim());
  return multistatus(
    [...new Set(addresses)].map((address) => describeAddress(resource, address, asked)).join(''),
  );
}

function describeAddress(resource: DavResource, address: string, asked: XmlElement): string {
  const path = pathOf(address);
  const target = path === null ? null : targetOf(path, resource.account.link.id);
  const isHere = target?.kind === 'member' && target.collection === resource.collection!.name;
  const member = isHere ? resource.collection!.members.get(target.address) : undefined;
  return member ? describe(toResource(resource, member), askedIn(asked)) : describeAbsent(address);
}

function toResource({ account, collection }: DavResource, member: Member): DavResource {
  return memberOf(account, collection!, member);
}

function pathOf(address: string): string | null {
  return URL.parse(address, 'http://here')?.pathname ?? null;
}
