import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from './answer.js';
import { type Office, openOffice } from './office.js';
import { type StoryRecords, importStories } from './stories/stories.js';

describe('showing what came of the stories', () => {
  let office: Office;
  let turin: StoryRecords;
  let guiyang: StoryRecords;

  beforeAll(async () => {
    office = await openOffice();
    const records = await importStories(office, 'turin-beijing', 'guiyang-naples-rome');
    [turin, guiyang] = [records['turin-beijing'], records['guiyang-naples-rome']];
  });

  afterAll(() => office.close());

  const read = async (path: string): Promise<Recorded> =>
    (await office.get(path, { 'accept-language': 'en' })).body;
  const readKeys = async (path: string): Promise<(string | undefined)[]> => {
    const { items } = await read(path);
    return items.map(({ id }: Recorded) => turin.keyOf(id) ?? guiyang.keyOf(id));
  };

  const readOutcome = async (records: StoryRecords, key: string): Promise<Recorded> =>
    told(await read(records.at(`outcomes.${key}`)));

  describe('of Turin and Beijing', () => {
    const reported = {
      status: 'reported',
      of: 'Visit of the delegation of Beijing to Turin',
      dates: [null, null],
      presentedAt: null,
    };

    it('holds all that came of the visit, the latest first', async () => {
      expect(await readKeys(`/v1/outcomes?event=${turin.id('visits.turin')}`)).toEqual([
        'outcomes.cim4-commitment',
        'outcomes.fertile-sectors',
        'outcomes.analogies',
        'outcomes.shared-practices',
        'outcomes.groundwork',
      ]);
    });

    it('holds the foundations that were laid', async () => {
      expect(await readOutcome(turin, 'groundwork')).toEqual({
        kind: 'groundwork',
        ...reported,
        text: {
          it: 'basi di una collaborazione sulle sfide digitali ed energetiche',
          en: 'foundations of a collaboration on digital and energy challenges',
        },
        topics: ['digital challenges', 'energy challenges'],
        places: ['Beijing', 'Turin'],
        actors: [],
      });
    });

    it('holds what was shared as a result, not as an aim', async () => {
      const shared = await readOutcome(turin, 'shared-practices');
      expect([shared.kind, shared.text.en, shared.topics]).toEqual([
        'finding',
        'good practices and trials at scale of new technologies, shared in the meetings',
        ['new technologies'],
      ]);
    });

    it('holds the analogies and the sectors that were found', async () => {
      const analogies = await readOutcome(turin, 'analogies');
      expect([analogies.kind, analogies.text.en, analogies.topics]).toEqual([
        'finding',
        'analogies between the ecosystems of Beijing and Piedmont; of method: open innovation, support for technology transfer to SMEs and startups; of substance: core technologies, strategic sectors',
        ['open innovation', 'technology transfer'],
      ]);
      const sectors = await readOutcome(turin, 'fertile-sectors');
      expect([sectors.kind, sectors.topics.join(', ')]).toEqual([
        'finding',
        'aerospace industry, alternative energy, energy saving and environmental protection, health care, intelligent connected cars, intelligent robots',
      ]);
    });

    it('holds what CIM4.0 has committed itself to, with the fields', async () => {
      expect(await readOutcome(turin, 'cim4-commitment')).toEqual({
        kind: 'commitment',
        ...reported,
        text: {
          it: 'più scambi e cooperazione con gli enti innovativi di Pechino',
          en: 'more exchanges and cooperation with the innovative organizations of Beijing',
        },
        topics: ['digital transformation of enterprises', 'smart manufacturing'],
        places: ['Beijing'],
        actors: ['CIM4.0'],
      });
    });

    it('holds the decision on the forum, which has neither a day nor an owner', async () => {
      const followUp = await read(`/v1/follow-ups/${turin.id('followUps.zhongguancun-decision')}`);
      expect(followUp).toMatchObject({
        kind: 'decision',
        status: 'open',
        title: {
          it: 'Partecipazione di una delegazione piemontese al Forum Zhongguancun 2024',
          en: 'Participation of a Piedmont delegation in the Zhongguancun Forum 2024',
        },
        event: { id: turin.id('visits.turin'), name: 'Visit of the delegation of Beijing to Turin' },
        due: null,
        overdue: false,
        ownerActor: null,
        ownerPerson: null,
        ownerOrganization: null,
      });
      expect(await readKeys('/v1/follow-ups')).toEqual(['followUps.zhongguancun-decision']);
      expect(await readKeys('/v1/follow-ups?due=undated')).toEqual(['followUps.zhongguancun-decision']);
    });
  });

  describe('of Guiyang, Naples and Rome', () => {
    it('holds the agreement that creates the joint laboratory, signed as it seems in a certain month', async () => {
      const agreement = await read(`/v1/agreements/${guiyang.id('agreements.joint-lab')}`);
      expect(agreement).toMatchObject({
        name: 'Agreement on the China-Italy Joint Lab on Advanced Manufacturing',
        kind: 'joint_lab',
        status: 'signed',
        binding: 'unknown',
        signed: '2017-11?',
        effective: null,
        places: [],
        signedAtEvent: null,
        originEvent: {
          id: guiyang.id('forums.italy-china-week-2017'),
          name: 'Italy-China Innovation Week 2017',
        },
        createsOrganization: {
          id: guiyang.id('organizations.joint-lab'),
          name: 'China-Italy Joint Lab on Advanced Manufacturing',
        },
        objectives: [{ en: 'research and training on the Intelligent Factory' }],
      });
      expect(namesOf(agreement.topics).sort()).toEqual(['advanced manufacturing', 'intelligent factory']);
    });

    it('knows the five parties on two sides, but nobody who signed', async () => {
      const { parties } = await read(`/v1/agreements/${guiyang.id('agreements.joint-lab')}`);
      expect(
        parties.map(({ organization, side, signatoryUnknown, signatories }: Recorded) => [
          organization.name,
          side,
          signatoryUnknown,
          signatories,
        ]),
      ).toEqual([
        ['University of Naples Federico II', 'Italy', true, []],
        ['Campania NewSteel', 'Italy', true, []],
        ['University of Bergamo', 'Italy', true, []],
        ['Tsinghua University', 'China', true, []],
        ['China Sci-Tech Automation Alliance', 'China', true, []],
      ]);
    });

    it('finds the agreement in the register by side and by month', async () => {
      const found = await Promise.all(
        ['side=China', 'signedFrom=2017-11-30', 'signedTo=2017-10-31'].map((filter) =>
          readKeys(`/v1/agreements?${filter}`),
        ),
      );
      expect(found).toEqual([['agreements.joint-lab'], ['agreements.joint-lab'], []]);
    });

    it('holds the workshop as the first result of the agreement', async () => {
      expect(await readKeys(`/v1/outcomes?agreement=${guiyang.id('agreements.joint-lab')}`)).toEqual([
        'outcomes.first-result',
      ]);
      expect(await readOutcome(guiyang, 'first-result')).toEqual({
        kind: 'deliverable',
        status: 'delivered',
        text: {
          en: 'first result: a workshop for students of Tsinghua University and Federico II University',
        },
        of: 'Agreement on the China-Italy Joint Lab on Advanced Manufacturing',
        topics: ['advanced manufacturing', 'artificial intelligence', 'interactive design'],
        places: [],
        actors: ['Tsinghua University', 'Department of Electrical Engineering and Information'],
        dates: [null, '2018-07?'],
        presentedAt: null,
      });
    });

    it('holds the greenhouse of the workshop, to be presented at the week', async () => {
      expect(
        await readKeys(`/v1/outcomes?presentedAt=${guiyang.id('forums.italy-china-week-2018')}`),
      ).toEqual(['outcomes.greenhouse']);
      expect(await readOutcome(guiyang, 'greenhouse')).toEqual({
        kind: 'deliverable',
        status: 'planned',
        text: { en: 'hydroponic greenhouse' },
        of: 'Workshop on advanced manufacturing, artificial intelligence and interactive design',
        topics: ['smart greenhouses'],
        places: [],
        actors: [],
        dates: ['2018-10-22%', null],
        presentedAt: 'Italy-China Innovation Week 2018',
      });
    });

    it('holds what Giuseppe Russo has stated', async () => {
      expect(await readKeys(`/v1/outcomes?event=${guiyang.id('visits.naples-rome')}`)).toEqual([
        'outcomes.statement-of-russo',
      ]);
      expect(await readOutcome(guiyang, 'statement-of-russo')).toEqual({
        kind: 'statement',
        status: 'reported',
        text: {
          en: 'cooperation with China on research and innovative entrepreneurship: firmer economic and cultural relations; Città della Scienza opened the way to the most advanced realities of China, and is to keep a central role at national level',
        },
        of: 'Guiyang delegation in Naples and Rome',
        topics: ['innovative entrepreneurship', 'research'],
        places: ['China'],
        actors: ['Giuseppe Russo'],
        dates: [null, null],
        presentedAt: null,
      });
    });
  });

  it('tells what the stories are told from, and how often they are cited', async () => {
    const sources = await Promise.all([turin, guiyang].map((story) => read(story.at('sources.article'))));
    expect(sources.map(({ name, published, citationCount }) => [name, published, citationCount])).toEqual([
      ['L’innovazione viaggia sull’asse Torino-Pechino', null, turin.countOf('citations')],
      ['Città della Scienza', '2018-07~', guiyang.countOf('citations')],
    ]);
  });
});

/** What is told of an outcome, without what every record has. */
function told({ kind, status, text, event, agreement, ...outcome }: Recorded): Recorded {
  return {
    kind,
    status,
    text,
    of: (event ?? agreement).name,
    topics: namesOf(outcome.topics).sort(),
    places: namesOf(outcome.places).sort(),
    actors: namesOf(outcome.actors.map(({ person, organization }: Recorded) => person ?? organization)),
    dates: [outcome.expected, outcome.delivered],
    presentedAt: outcome.presentedAtEvent?.name ?? null,
  };
}

const namesOf = (references: readonly Recorded[]): string[] => references.map(({ name }) => name as string);
