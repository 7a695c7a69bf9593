import { anAgendaItem } from '#agendas/testing';
import { anAgreement } from '#agreements/testing';
import { anEntry } from '#briefings/testing';
import { named } from '#directory/testing';
import { aFollowUp, anOutcome } from '#follow-ups/testing';
import { aParticipation } from '#participants/testing';
import { aSource } from '#sources/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import type { Client } from './client.js';
import {
  type Callers,
  type Confidences,
  openCallers,
  recordConfidences,
  recordGround,
} from './confidences.js';
import { findAddresses, forEach, readsOf } from './every-read.js';
import { type Office, openOffice } from './office.js';

const KEPT = { visibility: 'confidential' };
const ANY = { 'if-match': '*' };

const ROLES = ['speaker', 'chair', 'greeter'];

/** Where it is told how far the changes of the office have come, whoever may see them. */
const FAR = /^\/v1\/changes$/;

describe('what somebody sees', () => {
  let office: Office;
  let callers: Callers;
  let all: Confidences;
  let addresses: string[];
  let changed = 0;

  beforeAll(async () => {
    office = await openOffice();
    office.setTime('2026-11-22T09:00:00Z');
    const ground = await recordGround(office);
    const opened = await openCallers(office, ground);
    callers = opened.callers;
    all = await recordConfidences(callers.creator, ground, opened.namedId);
    addresses = (await findAddresses(await readsOf(office.url), office)).filter((path) => !FAR.test(path));
  }, 120_000);
  afterAll(() => office.close());

  it.each(['viewer', 'host', 'nobody'] as const)(
    'is the same to the tag whatever becomes of what they do not see: %s',
    async (who) => {
      const before = await readAll(callers[who]);
      office.setTime(`2026-11-22T1${['viewer', 'host', 'nobody'].indexOf(who)}:00:00Z`);
      await changeWhatIsHidden(callers.creator);
      const after = await readAll(callers[who]);
      expect(addresses.length).toBeGreaterThan(200);
      expect(addresses.flatMap((path) => (before.get(path) === after.get(path) ? [] : [path]))).toEqual([]);
    },
    120_000,
  );

  async function readAll(by: Client): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    await forEach(addresses, async (path) => {
      const { status, headers, text, body } = await by.misuse('get', path);
      told.set(path, `${status} ${headers.etag} ${text ?? JSON.stringify(body)}`);
    });
    return told;
  }

  async function changeWhatIsHidden(by: Client): Promise<void> {
    const { visit, delegation, agreement, entry } = all.hidden;
    const { visit: plain } = all.open;
    for (const { at } of Object.values(all.hidden))
      expect((await by.patch(at, { notes: { en: `at ${Math.random()}` } }, ANY)).status).toBe(200);
    await by.record(`${visit!.at}/agenda`, anAgendaItem());
    await by.record(`${visit!.at}/participants`, aParticipation());
    await by.record(`${visit!.at}/agenda/publications`, {});
    const coming = { delegationId: delegation!.id, side: 'guest' as const };
    const [item] = plain!.agenda;
    const role = ROLES[changed++];
    await by.record(`${plain!.at}/participants`, { ...coming, role, agendaItemId: item.id });
    const attending = (await by.get(plain!.at)).body.participants.find((one: Recorded) => one.delegation);
    const at = `${plain!.at}/participants/${attending.id}`;
    expect((await by.patch(at, { notes: { en: `at ${Math.random()}` } }, ANY)).status).toBe(200);
    await by.delete((await by.record(`${plain!.at}/participants`, { ...coming, role: 'signatory' })).at, ANY);
    await by.record(`${delegation!.at}/members`, { placeholder: { en: 'an assistant' }, role: 'member' });
    await by.record(`${agreement!.at}/obligations`, { text: { en: 'a report' } });
    await by.record('/v1/visits', { names: named('Within'), parentId: plain!.id, ...KEPT });
    await by.record('/v1/follow-ups', { ...aFollowUp({ eventId: plain!.id }), ...KEPT });
    await by.record('/v1/outcomes', { ...anOutcome({ eventId: plain!.id }), ...KEPT });
    await by.record('/v1/agreements', { ...anAgreement(), originEventId: plain!.id, ...KEPT });
    await by.record('/v1/entries', {
      ...anEntry({ placeId: all.ground.place.id }),
      recordId: plain!.id,
      ...KEPT,
    });
    await by.record('/v1/entries', anEntry({ parentId: entry!.id, placeId: undefined }));
    const source = await by.record('/v1/sources', { ...aSource(), ...KEPT });
    const said = { recordId: plain!.id, field: 'starts', value: '2027-07', sourceId: source.id };
    await by.record('/v1/citations', said);
  }
});
