import { describe, expect, it } from '@jest/globals';
import { ITEM_KINDS } from '#agendas/testing';
import { readForum } from './forum-calendar.js';
import { SHOWN_KINDS, itemKindByTitle } from './item-words.rules.js';

const calendar = (
  entries: string,
  heading = 'X-WR-CALNAME:Zhongguancun Forum\nX-WR-TIMEZONE:Asia/Shanghai\n',
): string => `BEGIN:VCALENDAR\nVERSION:2.0\n${heading}${entries}END:VCALENDAR\n`;
const entry = (lines: string): string => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`;
const read = (text: string, said = {}): any =>
  readForum(Buffer.from(text.replaceAll('\n', '\r\n')), { file: null, ...said })[0]!;
const agendaOf = (text: string): any => read(text).content.forums.forum.agenda;

const FORUM = calendar(
  entry(`UID:lunch@example.org
DTSTART;TZID=Asia/Shanghai:20240425T120000
DTEND;TZID=Asia/Shanghai:20240425T133000
SUMMARY:Lunch`) +
    entry(`UID:opening@example.org
DTSTART;TZID=Asia/Shanghai:20240425T090000
DURATION:PT2H
SUMMARY;LANGUAGE=en:Opening ceremony
DESCRIPTION:Speeches\\nand a film
LOCATION:Zhongguancun Exhibition Center
STATUS:CONFIRMED`) +
    entry(`UID:tour
DTSTART;VALUE=DATE:20240427
SUMMARY:参观企业
STATUS:TENTATIVE`) +
    entry(`UID:online
DTSTART:20240426T010000Z
DTEND:20240426T020000Z
SUMMARY:Panel on robots
LOCATION:https://meet.example.org/x`),
);

describe('a calendar', () => {
  it('becomes a forum with its agenda, in the order of time', () => {
    const { content, unread } = read(FORUM);
    expect(unread).toEqual([]);
    const { forums, ...others } = content;
    expect(others).toEqual({
      dossier: 'zhongguancun-forum',
      places: {
        'zhongguancun-exhibition-center': {
          match: { name: 'Zhongguancun Exhibition Center' },
          names: [{ text: 'Zhongguancun Exhibition Center', lang: 'und', kind: 'official' }],
          kind: 'venue',
        },
      },
    });
    const { agenda, ...forum } = forums.forum;
    expect(forum).toEqual({
      names: [{ text: 'Zhongguancun Forum', lang: 'und', kind: 'official' }],
      starts: '2024-04-25',
      ends: '2024-04-27',
      timeZone: 'Asia/Shanghai',
    });
    expect(Object.values(agenda)).toEqual([
      {
        kind: 'opening',
        title: { en: 'Opening ceremony' },
        abstract: { und: 'Speeches\nand a film' },
        status: 'confirmed',
        place: 'zhongguancun-exhibition-center',
        startsAt: '2024-04-25T09:00:00+08:00',
        endsAt: '2024-04-25T11:00:00+08:00',
      },
      {
        kind: 'meal',
        title: { und: 'Lunch' },
        startsAt: '2024-04-25T12:00:00+08:00',
        endsAt: '2024-04-25T13:30:00+08:00',
      },
      {
        kind: 'panel',
        title: { und: 'Panel on robots' },
        mode: 'online',
        startsAt: '2024-04-26T09:00:00+08:00',
        endsAt: '2024-04-26T10:00:00+08:00',
      },
      { kind: 'company_visit', title: { 'zh-Hans': '参观企业' }, status: 'proposed', on: '2024-04-27' },
    ]);
    expect(Object.keys(agenda)).toEqual([
      expect.stringMatching(/^opening-example-org-/),
      expect.stringMatching(/^lunch-example-org-/),
      'online',
      'tour',
    ]);
  });

  it('knows the line of each entry', () => {
    const { positionOf } = read(FORUM);
    expect(positionOf(['forums', 'forum', 'agenda', 'tour', 'title'])).toMatchObject({ line: 20 });
  });

  it('is the forum itself where an entry is what the others belong to, or lasts as long as all of them', () => {
    const itself = entry(`UID:all
DTSTART;VALUE=DATE:20240425
DTEND;VALUE=DATE:20240430
SUMMARY;LANGUAGE=en:Forum 2024
LOCATION:Beijing`);
    const inside = entry(`UID:a
DTSTART;VALUE=DATE:20240426
SUMMARY:A
RELATED-TO:all`);
    const forums = [inside, inside.replace('RELATED-TO:all\n', '')].map(
      (other) => read(calendar(itself + other, '')).content.forums.forum,
    );
    for (const forum of forums)
      expect(forum).toMatchObject({
        names: [{ text: 'Forum 2024', lang: 'en' }],
        starts: '2024-04-25',
        ends: '2024-04-29',
        place: 'beijing',
        agenda: { a: { title: { und: 'A' }, on: '2024-04-26' } },
      });
  });

  it('is the forum itself where one entry of whole days lasts as long as all others, be it for one day', () => {
    const whole = (uid: string, day = '20240425'): string =>
      entry(`UID:${uid}\nDTSTART;VALUE=DATE:${day}\nSUMMARY:${uid}`);
    const timed = entry('UID:a\nDTSTART;TZID=Asia/Shanghai:20240425T090000\nSUMMARY:A');
    const keysOf = (entries: string): string[] => Object.keys(agendaOf(calendar(entries)));
    expect(keysOf(whole('all') + timed)).toEqual(['a']);
    expect(keysOf(whole('one') + whole('other') + timed)).toEqual(['one', 'other', 'a']);
    expect(keysOf(whole('one') + whole('other', '20240426'))).toEqual(['one', 'other']);
  });

  it('has an item for each day of what lasts several, and for each repetition', () => {
    const days = entry('UID:days\nDTSTART;VALUE=DATE:20240425\nDTEND;VALUE=DATE:20240427\nSUMMARY:Stands');
    const daily = entry(
      'UID:daily\nDTSTART;TZID=Asia/Shanghai:20240425T080000\nSUMMARY:Briefing\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Asia/Shanghai:20240426T080000',
    );
    const moved = entry(
      'UID:daily\nRECURRENCE-ID;TZID=Asia/Shanghai:20240427T080000\nDTSTART;TZID=Asia/Shanghai:20240427T100000\nSUMMARY:Last briefing',
    );
    const other = entry('UID:x\nDTSTART;VALUE=DATE:20240428\nSUMMARY:End');
    const agenda = agendaOf(calendar(days + daily + moved + other));
    expect(
      Object.entries(agenda).map(([key, { title, on, startsAt }]: any) => [key, title.und, on ?? startsAt]),
    ).toEqual([
      ['days', 'Stands', '2024-04-25'],
      ['days-2', 'Stands', '2024-04-26'],
      ['daily-2024-04-25', 'Briefing', '2024-04-25T08:00:00+08:00'],
      ['daily-2024-04-27', 'Last briefing', '2024-04-27T10:00:00+08:00'],
      ['x', 'End', '2024-04-28'],
    ]);
  });

  it('describes a zone of its own, or leaves times as clocks show them', () => {
    const zone = `BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
`;
    const entries =
      entry('UID:a\nDTSTART;TZID=W. Europe Standard Time:20180712T093000\nSUMMARY:A') +
      entry('UID:b\nDTSTART:20180712T103000\nSUMMARY:B');
    const agenda = agendaOf(calendar(zone + entries, 'X-WR-CALNAME:X\nX-WR-TIMEZONE:Europe/Rome\n'));
    expect([agenda.a.startsAt, agenda.b.startsAt]).toEqual([
      '2018-07-12T09:30:00+02:00',
      '2018-07-12T10:30:00',
    ]);
  });

  it('tells by line what cannot be taken', () => {
    const bad = [
      'UID:a\nDTSTART;TZID=Nowhere/Else:20240425T090000\nSUMMARY:A',
      'UID:b\nDTSTART:20240425T090000Z',
      'UID:c\nDTSTART:20240425T090000Z\nRRULE:FREQ=DAILY\nSUMMARY:C',
      'UID:d\nDTSTART:20240425T090000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3\nSUMMARY:D',
      'UID:e\nDTSTART;VALUE=DATE:20240401\nDTEND;VALUE=DATE:20240901\nSUMMARY:E',
      'UID:f\nDTSTART;VALUE=DATE:20240401\nDTEND;VALUE=DATE:20240901\nSUMMARY:F',
    ];
    expect(
      read(calendar(bad.map(entry).join(''))).unread.map(({ code, position }: any) => [code, position.line]),
    ).toEqual([
      ['time', 5],
      ['no-title', 10],
      ['repetition', 14],
      ['repetition', 20],
      ['too-long', 26],
      ['too-long', 32],
    ]);
  });

  it('takes its name from what was said, where it has none itself', () => {
    const two = ['a', 'b']
      .map((uid) => entry(`UID:${uid}\nDTSTART;VALUE=DATE:20240425\nSUMMARY:${uid}`))
      .join('');
    expect(() => read(calendar(two, ''))).toThrow('The calendar has no name');
    expect(read(calendar(two, ''), { key: 'Forum 2024' }).content).toMatchObject({
      dossier: 'forum-2024',
      forums: { forum: { names: [{ text: 'Forum 2024' }] } },
    });
  });

  it.each([
    ['', 'cannot be read|no calendar'],
    ['hello', 'cannot be read'],
    ['BEGIN:VCARD\nVERSION:4.0\nFN:x\nEND:VCARD\n', 'no calendar'],
    [calendar(''), 'no entries'],
    [calendar(entry('UID:a\nSUMMARY:A').repeat(1001)), 'at most 1000 entries'],
    [
      calendar(entry('UID:a\nDTSTART:20240425T090000Z\nSUMMARY:A\nRRULE:FREQ=DAILY;UNTIL=99991231T000000Z')),
      'at most 1000 entries',
    ],
  ])('that cannot be read is refused: %j', (text, detail) => {
    expect(() => read(text)).toThrow(new RegExp(detail));
  });
});

it('titles show kinds that there are', () => {
  expect(SHOWN_KINDS.filter((kind) => !(ITEM_KINDS as readonly string[]).includes(kind))).toEqual([]);
});

it.each([
  ['Cerimonia di apertura', 'opening'],
  ['签约仪式', 'signing'],
  ['Coffee break', 'rest'],
  ['Tavola rotonda sui robot', 'panel'],
  ['Visita al Politecnico', 'site_visit'],
  ['Incontro con il rettore', 'meeting'],
])('%s is a %s', (title, kind) => {
  expect(itemKindByTitle(title)).toBe(kind);
});
