import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Contact, writeContacts } from './contact-card.js';
import { readCards } from './cards.js';

const SUN: Contact = {
  id: '019a8f3e-4c00-7000-8000-000000000001',
  name: '孙志明',
  names: [
    { text: 'Sun Zhiming', lang: 'zh-Latn', kind: 'official' },
    { text: '孙志明', lang: 'zh-Hans', kind: 'official' },
    { text: 'Sun Zhimin', lang: 'und', kind: 'as_printed' },
    { text: 'Sunny', lang: 'en', kind: 'nickname' },
  ],
  familyName: 'Sun',
  givenName: 'Zhiming',
  honorific: 'Mr.; Dr.',
  languages: ['zh', 'en'],
  email: 'sun@example.org',
  phone: '+86 851 000',
  updatedAt: '2026-11-22T09:00:00.000Z',
  positions: [
    {
      title: { it: 'Vicesindaco', en: 'Deputy Mayor' },
      organization: { name: 'Foreign Affairs, Protocol', parent: 'Guiyang' },
    },
    { title: { en: 'Chair' }, organization: { name: 'Big Data Expo', parent: null } },
  ],
};

describe('a contact', () => {
  it('is written line by line as the standard says', () => {
    expect(writeContacts([SUN]).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'PRODID:-//Corteo//Corteo//EN',
      'UID:urn:uuid:019a8f3e-4c00-7000-8000-000000000001',
      'KIND:individual',
      'FN;ALTID=1;LANGUAGE=zh-Hans:孙志明',
      'FN;ALTID=1;LANGUAGE=zh-Latn:Sun Zhiming',
      'N:Sun;Zhiming;;Mr.\\; Dr.;',
      'NICKNAME:Sunny',
      'position1.ORG:Guiyang;Foreign Affairs\\, Protocol',
      'position1.TITLE;ALTID=1;LANGUAGE=it:Vicesindaco',
      'position1.TITLE;ALTID=1;LANGUAGE=en:Deputy Mayor',
      'position2.ORG:Big Data Expo',
      'position2.TITLE;ALTID=2;LANGUAGE=en:Chair',
      'EMAIL:sun@example.org',
      'TEL:+86 851 000',
      'LANG:zh',
      'LANG:en',
      'REV:20261122T090000Z',
      'END:VCARD',
      '',
    ]);
  });

  it('of whom only a name is known has that', () => {
    const bare = {
      familyName: null,
      givenName: null,
      honorific: null,
      languages: [],
      email: null,
      phone: null,
    };
    const text = writeContacts([{ ...SUN, ...bare, positions: [], names: [] }]);
    expect(text.split('\r\n').slice(5, -3)).toEqual(['FN:孙志明']);
  });

  it('is read back whatever characters it has, in lines of at most 75 octets', () => {
    const line = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 120 })
      .filter((text) => /^[^\p{C}\p{Z}]/u.test(text));
    fc.assert(
      fc.property(line, line, (name, organization) => {
        const contact = { ...SUN, names: [{ text: name, lang: 'en', kind: 'official' as const }], name };
        const positions = [
          { title: { en: organization }, organization: { name: organization, parent: null } },
        ];
        const text = writeContacts([{ ...contact, positions }]);
        expect(text.split('\r\n').filter((one) => Buffer.byteLength(one) > 75)).toEqual([]);
        const [card, ...others] = readCards(Buffer.from(text));
        expect([others, card!.all('fn').length, card!.text('email')]).toEqual([[], 1, 'sun@example.org']);
        expect(card!.all('org')[0]!.values).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});
