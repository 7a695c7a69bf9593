import { anAgendaItem } from '#agendas/testing';
import { aPerson, aPlace, aTopic, anOrganization, named, naples } from '#directory/testing';
import { aDelegation } from '#delegations/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';

/** What the office knows before the delegation from Guiyang is announced. */
export interface Known {
  readonly china: Recorded;
  readonly guiyang: Recorded;
  readonly italy: Recorded;
  readonly naples: Recorded;
  /** The venue in Naples. */
  readonly scienceCentre: Recorded;
  readonly rome: Recorded;
  readonly bigData: Recorded;
  readonly robotics: Recorded;
  readonly municipality: Recorded;
  readonly bureau: Recorded;
  readonly tsinghua: Recorded;
  readonly cittaDellaScienza: Recorded;
  readonly sunZhiming: Recorded;
  readonly wuHongchun: Recorded;
  readonly deGennaro: Recorded;
}

/** Records the places, topics, organizations and people of the story of Guiyang, Naples and Rome. */
export async function recordKnown(office: Client): Promise<Known> {
  const [places, organizations] = [await recordPlaces(office), await recordOrganizations(office)];
  const [bigData, robotics] = await Promise.all(
    ['Big data', 'Robotics'].map((topic) => office.record('/v1/topics', aTopic({ names: named(topic) }))),
  );
  const [sunZhiming, wuHongchun, deGennaro] = await Promise.all([
    office.record('/v1/people', aPerson()),
    office.record('/v1/people', { names: named('Wu Hongchun', 'zh-Latn') }),
    office.record('/v1/people', { names: named('Valeria De Gennaro', 'it') }),
  ]);
  return { ...places, ...organizations, bigData, robotics, sunZhiming, wuHongchun, deGennaro };
}

async function recordPlaces(office: Client) {
  const country = (name: string, timeZone: string | null) =>
    office.record('/v1/places', aPlace({ names: named(name), kind: 'country', timeZone }));
  const [china, italy] = [await country('China', 'Asia/Shanghai'), await country('Italy', 'Europe/Rome')];
  // Cities without a zone of their own: they have that of their country.
  const city = (name: string, parentId: string) =>
    office.record('/v1/places', aPlace({ names: named(name), parentId, timeZone: null }));
  const [guiyang, rome] = [await city('Guiyang', china.id), await city('Rome', italy.id)];
  const inItaly = await office.record('/v1/places', naples({ parentId: italy.id, timeZone: null }));
  const scienceCentre = await office.record('/v1/places', {
    names: named('Città della Scienza', 'it'),
    kind: 'venue',
    parentId: inItaly.id,
  });
  return { china, guiyang, italy, rome, naples: inItaly, scienceCentre };
}

async function recordOrganizations(office: Client) {
  const organization = (
    name: string,
    kind: 'municipality' | 'university' | 'science_centre',
    parentId?: string,
  ) =>
    office.record(
      '/v1/organizations',
      anOrganization({ names: named(name), kind, parentId: parentId ?? null }),
    );
  const municipality = await organization('Guiyang Municipal Government', 'municipality');
  return {
    municipality,
    bureau: await organization('Guiyang Science and Technology Bureau', 'municipality', municipality.id),
    tsinghua: await organization('Tsinghua University', 'university'),
    cittaDellaScienza: await organization('Città della Scienza', 'science_centre'),
  };
}

/** The body that records the delegation from Guiyang, led by its deputy mayor. */
export function guiyangDelegation({ guiyang, municipality, bureau, bigData, ...known }: Known) {
  return aDelegation({
    originPlaceId: guiyang.id,
    organizationIds: [municipality.id],
    topicIds: [bigData.id],
    members: [
      {
        personId: known.sunZhiming.id,
        role: 'head',
        title: { en: 'Deputy Mayor' },
        organizationId: municipality.id,
      },
      { personId: known.wuHongchun.id, title: { en: 'Director' }, organizationId: bureau.id },
    ],
  });
}

/** The body that records a visit of the delegation from Guiyang, of which nothing else is known yet. */
export function aVisit(fields: object = {}): object {
  return { names: named('Guiyang in Naples and Rome'), ...fields };
}

/** The body that records a visit with all that it needs to be confirmed. */
export function confirmedVisit({ cittaDellaScienza }: Known, delegation: Recorded): object {
  return aVisit({
    status: 'confirmed',
    starts: '2018-07-12',
    ends: '2018-07-13',
    delegationIds: [delegation.id],
    participants: [{ organizationId: cittaDellaScienza.id, side: 'host', role: 'host' }],
  });
}

/** The body that records a visit on the 12th and 13th of July 2018, in Italy. */
export function twoDaysInItaly(name: string): object {
  return { names: named(name), starts: '2018-07-12', ends: '2018-07-13', timeZone: 'Europe/Rome' };
}

/** From one hour to another of the 12th of July 2018, in Italy. */
export function at(from: number, to: number): { startsAt: string; endsAt: string } {
  const hour = (of: number) => `2018-07-12T${String(of).padStart(2, '0')}:00:00+02:00`;
  return { startsAt: hour(from), endsAt: hour(to) };
}

/** Adds an item to the agenda of an event, at the time that it tells. */
export function addItem(office: Client, event: Recorded, item: object): Promise<Recorded> {
  return office.record(`${event.at}/agenda`, anAgendaItem({ on: undefined, ...item }));
}

/** A record as it was answered, without its tag and address. */
export function plain({ tag: _tag, at: _at, ...record }: Recorded): Recorded {
  return record;
}

/** `{ id, name }` of a record, as others refer to it. */
export function referenceTo({ id, name }: Recorded): { id: string; name: string } {
  return { id, name };
}

/** An event, as others refer to it: with when it is and where it stands. */
export function eventReferenceTo({ id, name, kind, starts, ends, status }: Recorded): object {
  return { id, name, kind, starts, ends, status };
}

/** An agreement, as others refer to it: with when it was signed and where it stands. */
export function agreementReferenceTo({ id, name, status, signed }: Recorded): object {
  return { id, name, status, signed };
}

/** The names of the records of a list, in its order. */
export function namesIn({ body }: { body: { items: { name: string }[] } }): string[] {
  return body.items.map(({ name }) => name);
}
