import { named } from '#directory/testing';
import type { Recorded } from '../answer.js';
import { type Office, openOffice } from '../office.js';

/** What a program shows of an entry. */
export type Shown = readonly [uid: string, title: string, status: string];

/** A visit whose programme is read by calendar programs of others. */
export interface Programme {
  readonly office: Office;
  /** The private address that they read. */
  readonly link: Recorded;
  /** The entries as they are at first, in the order of their uids. */
  readonly entries: readonly Shown[];
  /** Changes one, cancels one, puts one away, and publishes that. */
  change(): Promise<void>;
  /** The entries afterwards. */
  readonly afterwards: readonly Shown[];
}

/** Opens an office whose visit has three entries. */
export async function openProgramme(): Promise<Programme> {
  const office = await openOffice({ OFFICE_TIME_ZONE: 'Europe/Rome' });
  const visit = await office.record('/v1/visits', {
    names: named('Guests in May'),
    timeZone: 'Europe/Rome',
    starts: '2027-05-10',
    ends: '2027-05-10',
    agenda: ['Welcome', 'Tour', 'Dinner'].map(anItem),
  });
  const publish = (): Promise<Recorded> => office.record(`${visit.at}/agenda/publications`, {});
  await publish();
  const link = await office.record('/v1/calendar-links', {
    subject: { kind: 'visit', id: visit.id },
    audience: 'guests',
    languages: ['en'],
    label: 'Visit',
  });
  const [welcome, tour, dinner] = visit.agenda as [Recorded, Recorded, Recorded];
  const at = (item: Recorded): string => `${visit.at}/agenda/${item.id}`;
  return {
    office,
    link,
    entries: inOrder([shown(welcome, 'Welcome'), shown(tour, 'Tour'), shown(dinner, 'Dinner')]),
    change: async () => {
      await office.patch(at(tour), { title: { en: 'Long tour' } }, { 'if-match': '*' });
      await office.post(`${at(dinner)}/transitions`, { to: 'cancelled' });
      await office.delete(at(welcome), { 'if-match': '*' });
      await publish();
    },
    afterwards: inOrder([shown(tour, 'Long tour'), shown(dinner, 'Dinner', 'CANCELLED')]),
  };
}

function anItem(title: string, index: number): object {
  return {
    kind: 'meeting',
    title: { en: title },
    status: 'confirmed',
    audience: 'guests',
    startsAt: `2027-05-10T${10 + 2 * index}:00:00+02:00`,
    endsAt: `2027-05-10T${11 + 2 * index}:00:00+02:00`,
  };
}

function shown(item: Recorded, title: string, status = 'CONFIRMED'): Shown {
  return [item.uid as string, title, status];
}

/** The same entries, however a program puts them in order. */
export function inOrder(entries: readonly Shown[]): Shown[] {
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
