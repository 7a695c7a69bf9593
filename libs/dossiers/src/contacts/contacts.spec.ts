import { describe, expect, it } from '@jest/globals';
import { readContacts } from './contacts.js';

const read = (text: string, language: string | null = null): any =>
  readContacts(Buffer.from(text.replaceAll('\n', '\r\n')), { file: null, language })[0]!;

const PHONE_EXPORT = `BEGIN:VCARD
VERSION:3.0
UID:A1B2@phone
N:孙;志明;;Mr.;
FN:孙志明
X-PHONETIC-FIRST-NAME:Zhiming
X-PHONETIC-LAST-NAME:Sun
ORG:Guiyang Municipal Government;Foreign Affairs Office
TITLE:Deputy Mayor
EMAIL;TYPE=INTERNET:old@example.org
item1.EMAIL;type=INTERNET;type=pref:sun@example.org
item1.X-ABLabel:work
TEL;TYPE=CELL:+86 851 000
NOTE:Speaks slowly\\, likes tea\\nMet in 2018
BDAY:1960-01-01
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN;LANGUAGE=it;ALTID=1:Giuseppe Albano
FN;LANGUAGE=zh;ALTID=1:朱塞佩·阿尔巴诺
N:Albano;Giuseppe;;;
ORG:Città della Scienza
TITLE;LANGUAGE=it;ALTID=1:Consigliere
TITLE;LANGUAGE=en;ALTID=1:Board member
ROLE:delegato
TEL;VALUE=uri:tel:+39-081-000;ext=12
LANG;PREF=2:en
LANG;PREF=1:it
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:org
FN:Politecnico di Torino
EMAIL:int@example.org
URL:www.polito.it
END:VCARD
`;

describe('contacts', () => {
  const { content, unread, positionOf } = read(PHONE_EXPORT);

  it('become people with what they are where, and organizations with their units', () => {
    expect(unread).toEqual([]);
    expect(content.people).toEqual({
      [Object.keys(content.people)[0]!]: {
        match: { name: '孙志明' },
        names: [
          { text: '孙志明', lang: 'zh-Hans', kind: 'official' },
          { text: 'Sun Zhiming', lang: 'zh-Latn', kind: 'alias' },
        ],
        familyName: '孙',
        givenName: '志明',
        honorific: 'Mr.',
        email: 'sun@example.org',
        phone: '+86 851 000',
        notes: { und: 'Speaks slowly, likes tea\nMet in 2018\nold@example.org' },
        positions: {
          'guiyang-municipal-government-foreign-affairs-office': {
            organization: 'guiyang-municipal-government-foreign-affairs-office',
            title: { und: 'Deputy Mayor' },
          },
        },
      },
      'giuseppe-albano': {
        match: { name: 'Giuseppe Albano' },
        names: [
          { text: 'Giuseppe Albano', lang: 'it', kind: 'official' },
          { text: '朱塞佩·阿尔巴诺', lang: 'zh', kind: 'official' },
        ],
        familyName: 'Albano',
        givenName: 'Giuseppe',
        phone: '+39-081-000 ext. 12',
        languages: ['it', 'en'],
        positions: {
          'citta-della-scienza': {
            organization: 'citta-della-scienza',
            title: { it: 'Consigliere', en: 'Board member' },
            notes: { und: 'delegato' },
          },
        },
      },
    });
    expect(content.organizations).toMatchObject({
      'guiyang-municipal-government': { match: { name: 'Guiyang Municipal Government' } },
      'guiyang-municipal-government-foreign-affairs-office': {
        names: [{ text: 'Foreign Affairs Office' }],
        parent: 'guiyang-municipal-government',
      },
      'politecnico-di-torino': {
        kind: 'university',
        email: 'int@example.org',
        website: 'https://www.polito.it',
      },
    });
  });

  it('are found by the line that each begins in', () => {
    expect(positionOf(['people', 'giuseppe-albano', 'email'])).toMatchObject({ line: 17 });
  });

  it('that name nobody, or a group, are told by their line', () => {
    const { unread } = read(
      'BEGIN:VCARD\nVERSION:4.0\nEMAIL:a@example.org\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD\n',
    );
    expect(unread.map(({ code, position }: any) => [code, position.line])).toEqual([
      ['no-name', 1],
      ['kind', 5],
    ]);
  });

  it('keep a title at no organization as a note', () => {
    const { people } = read(
      'BEGIN:VCARD\nVERSION:4.0\nFN:Chen Feng\nTITLE:Director\nEND:VCARD\n',
      'en',
    ).content;
    expect(people['chen-feng']).toEqual({
      match: { name: 'Chen Feng' },
      names: [{ text: 'Chen Feng', lang: 'en', kind: 'official' }],
      notes: { en: 'Director' },
    });
  });

  it.each([
    ['', 'no contact'],
    ['Nome;Ente\n', 'no contact'],
    ['BEGIN:VCARD\nFN:x\n', 'cannot be read'],
    ['BEGIN:VCARD\nVERSION:4.0\nnonsense\nEND:VCARD\n', 'cannot be read'],
    ['BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:=E5\nEND:VCARD\n', 'vCard 2.1'],
    ['BEGIN:VCARD\nVERSION:4.0\nFN:x\nEND:VCARD\n'.repeat(10_001), 'at most 10000'],
  ])('that cannot be read are refused: %j', (text, detail) => {
    expect(() => read(text)).toThrow(detail);
  });
});
