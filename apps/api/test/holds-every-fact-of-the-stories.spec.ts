import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { FactFinder, expected } from './stories/fact.js';
import { FACTS } from './stories/facts.js';
import { STORIES, type Story, type StoryRecords, importStories, importStory } from './stories/stories.js';

describe('holding every fact of the stories', () => {
  let office: Office;
  let stories: Readonly<Record<Story, StoryRecords>>;

  beforeAll(async () => {
    office = await openOffice();
    stories = await importStories(office, ...STORIES);
  }, 120_000);

  afterAll(() => office.close());

  describe.each(STORIES)('of %s', (story) => {
    const facts = FACTS[story];
    const language = story === 'guiyang-naples-rome' ? 'en' : 'it';
    let finder: FactFinder;

    beforeAll(() => {
      finder = new FactFinder(office, stories[story], language);
    });

    it.each([...new Set(facts.map(([paragraph]) => paragraph))])(
      'tells what paragraph %i says, and that it says so',
      async (paragraph) => {
        const asked = facts.filter((fact) => fact[0] === paragraph);
        const found = await Promise.all(asked.map((fact) => finder.find(fact)));
        expect(found).toEqual(asked.map(expected));
      },
    );

    it('is asked for all that it is cited for', async () => {
      expect(await finder.findUnasked(facts)).toEqual([]);
    });

    it('is found by what it is called, record by record', async () => {
      const missed: string[] = [];
      for (const [record, words] of calledIn(await readStory(story))) {
        const [, list, id] = /(.*)\/(.*)/.exec(stories[story].at(record))!;
        const { body } = await office.reader.get(`${list}?limit=200&q=${encodeURIComponent(words)}`);
        if (!body.items?.some((one: Recorded) => one.id === id)) missed.push(record);
      }
      expect(missed).toEqual([]);
    });

    it('cites its text for every record', async () => {
      const sections = await readStory(story);
      // That Piedmont lies in Italy goes without saying.
      expect(uncited(sections)).toEqual(story === 'turin-beijing' ? ['places.italy'] : []);
    });

    it('changes nothing when it is imported again', async () => {
      const { entries, left } = await importStory(office, story);
      expect([entries.filter(({ outcome }) => outcome !== 'unchanged'), left]).toEqual([[], []]);
    });
  });

  describe('where a text contradicts itself', () => {
    /** What is said of a record in doubt, with the paragraphs that say it. */
    const saidOf = async (story: Story, record: string): Promise<unknown[]> => {
      const { body } = await office.get(stories[story].at(record));
      return body.disputed.map(({ field, values }: Recorded) => [
        field,
        values.map(({ value, verification }: Recorded) => [value, verification]),
      ]);
    };

    it('keeps both what the visit saw of Qingtao and what the glossary takes it for', async () => {
      expect(await saidOf('putuo-kunshan-changshu', 'organizations.qingtao')).toEqual([
        [
          'description',
          [
            [
              {
                it: 'produttore di batterie al litio a stato solido',
                en: 'maker of solid-state lithium batteries',
              },
              'reported',
            ],
            [{ it: 'società energetica di servizi pubblici: riscaldamento e gas' }, 'unverified'],
          ],
        ],
      ]);
    });

    it('keeps both kinds of organization that Zhongke is told to be', async () => {
      expect(await saidOf('putuo-kunshan-changshu', 'organizations.zhongke-base')).toEqual([
        [
          'kind',
          [
            ['company', 'reported'],
            ['research', 'unverified'],
          ],
        ],
      ]);
    });

    it('keeps both where the circle of Chengdu and Chongqing is told to lie', async () => {
      const west = stories['chongqing-innovation'].id('places.western-china');
      expect(await saidOf('chongqing-innovation', 'places.circle')).toEqual([
        [
          'parentId',
          [
            [west, 'unverified'],
            ['nella provincia del Sichuan', 'unverified'],
          ],
        ],
      ]);
    });

    it('keeps both whether the pilot zone is planned or there', async () => {
      expect(await saidOf('chongqing-innovation', 'entries.pilot-zone-measure')).toEqual([
        [
          'status',
          [
            ['planned', 'reported'],
            ['completed', 'unverified'],
          ],
        ],
      ]);
    });

    it('finds nothing else in doubt', async () => {
      const kinds = [
        'places',
        'topics',
        'organizations',
        'people',
        'delegations',
        'visits',
        'forums',
        'entries',
      ];
      const found = await Promise.all(
        kinds.map(async (kind) => (await office.get(`/v1/${kind}?verification=disputed`)).body.items),
      );
      const known = STORIES.map((story) => stories[story]);
      expect(found.flat().map(({ id }) => known.map((one) => one.keyOf(id)).find(Boolean))).toEqual([
        'places.circle',
        'organizations.zhongke-base',
        'organizations.qingtao',
        'entries.pilot-zone-measure',
      ]);
    });
  });
});

/** What a dossier tells of, section by section. */
async function readStory(story: Story): Promise<Recorded> {
  const {
    dossier: _key,
    title: _title,
    sources: _sources,
    ...sections
  } = parse(await readFile(`demo/${story}.yaml`, 'utf8'));
  return sections;
}

/** What each record of a dossier is called: its first name, or how its title or text begins. */
function calledIn(sections: Recorded): [record: string, words: string][] {
  return Object.entries<Recorded>(sections).flatMap(([section, held]) =>
    Object.entries<Recorded>(held).map(([key, { names, title, text }]): [string, string] => [
      `${section}.${key}`,
      names?.[0].text ?? beginningOf(title ?? text),
    ]),
  );
}

function beginningOf(text: Readonly<Record<string, string>>): string {
  return Object.values(text)[0]!.split(' ').slice(0, 6).join(' ');
}

/** The records of a dossier that no citation stands by. */
function uncited(sections: Recorded): string[] {
  return Object.entries(sections).flatMap(([section, held]) => uncitedIn(held, section));
}

function uncitedIn(held: unknown, path: string): string[] {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return [];
  return Object.entries(held as Recorded).flatMap(([key, record]) => {
    const { citations, ...fields } = record as Recorded;
    const inner = WITHIN.flatMap((section) => uncitedIn(fields[section], `${path}.${key}.${section}`));
    return citations ? inner : [`${path}.${key}`, ...inner];
  });
}

/** The sections that records have within them. */
const WITHIN = ['agenda', 'participants', 'members', 'positions', 'relations', 'parties', 'links', 'figures'];
