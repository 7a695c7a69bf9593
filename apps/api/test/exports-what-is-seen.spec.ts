import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anAgendaItem } from '#agendas/testing';
import { named } from '#directory/testing';
import { anOutcome } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import { type Office, openOffice } from './office.js';

describe('a person of whom lists and publications of records tell', () => {
  let office: Office;
  let person: Recorded;

  async function recordVisit(visibility: string): Promise<void> {
    const visit = await office.record('/v1/visits', { names: named('Visit to Naples'), visibility });
    const item = await office.record(`${visit.at}/agenda`, anAgendaItem({ audience: 'public' }));
    const speaking = { personId: person.id, agendaItemId: item.id, role: 'speaker' } as const;
    await office.record(`${visit.at}/participants`, aParticipation(speaking));
    await office.record(`${visit.at}/agenda/publications`, {});
    await office.record('/v1/outcomes', anOutcome({ eventId: visit.id, actors: [{ personId: person.id }] }));
  }

  const told = async (client: Client): Promise<string[]> => {
    const { body } = await client.get(`${person.at}/data-export`);
    return body.records.map(({ kind }: Recorded) => kind).toSorted();
  };

  beforeAll(async () => {
    office = await openOffice();
    person = await office.record('/v1/people', { names: named('Veluqra Qoxzimark') });
    await recordVisit('internal');
    await recordVisit('confidential');
    await office.record('/v1/calendar-links', {
      subject: { kind: 'person', id: person.id },
      audience: 'internal',
      languages: ['en'],
      label: 'hers',
    });
  }, 60_000);
  afterAll(() => office.close());

  it('is exported with them, and with calendars of the person, as far as one sees these records', async () => {
    const once = ['outcome actors', 'participation', 'published participations'];
    const protocol = await office.as({ label: 'Protocol', role: 'protocol' });
    expect(await told(protocol)).toEqual([...once, 'person'].toSorted());
    expect(await told(office)).toEqual([...once, ...once, 'calendar links', 'person'].toSorted());
  });
});
