import { readFile, readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { anOrganization } from '#directory/testing';
import { FEATURES } from '#office';
import { Database } from '#platform';
import { command } from '#platform/testing';
import { RecordsModule } from '#records';
import { GIFT } from '../../../checks/recipe/gift.record.js';
import { GiftsController } from '../../../checks/recipe/gifts.controller.js';
import { GiftQueries } from '../../../checks/recipe/gifts.queries.js';
import { GiftsService } from '../../../checks/recipe/gifts.service.js';
import type { Recorded } from './answer.js';
import { referenceTo } from './known.js';
import { type Office, openOffice } from './office.js';

const FOLDER = 'checks/recipe';

/** What a feature says of a kind of record besides its files. */
@Module({
  imports: [RecordsModule.of([GIFT])],
  controllers: [GiftsController],
  providers: [GiftQueries, GiftsService],
})
class GiftsModule {}

describe('a kind of record that was added as CONTRIBUTING.md says', () => {
  let office: Office;
  let tsinghua: Recorded;
  let vase: Recorded;

  beforeAll(async () => {
    office = await openOffice({}, [...FEATURES, GiftsModule]);
    const [, up] = (await readFile(`${FOLDER}/gift.sql`, 'utf8')).split(/^-- (?:up|down)$/m);
    await command(office.migrationUrl, up!);
    await office.provider(Database).open(office.migrationUrl);
    tsinghua = await office.record('/v1/organizations', anOrganization());
    vase = await office.record('/v1/gifts', {
      title: { en: 'Porcelain vase' },
      direction: 'received',
      organizationId: tsinghua.id,
    });
  });
  afterAll(() => office.close());

  it('takes the files that are named there, and no more than 150 lines', async () => {
    const files = (await readdir(FOLDER)).sort();
    const recipe = await readFile('CONTRIBUTING.md', 'utf8');
    const named = [...recipe.matchAll(/^\| `(gifts?\.[\w.]+)`/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual(files);
    expect(files.length).toBeLessThanOrEqual(8);
    const texts = await Promise.all(files.map((file) => readFile(`${FOLDER}/${file}`, 'utf8')));
    expect(texts.join('').split('\n').length - 1).toBeLessThanOrEqual(150);
  });

  it('is recorded, read and listed', async () => {
    expect(vase).toMatchObject({
      version: 1,
      title: { en: 'Porcelain vase' },
      direction: 'received',
      organization: referenceTo(tsinghua),
    });
    expect((await office.get(vase.at)).body).toEqual((await office.get('/v1/gifts')).body.items[0]);
  });

  it('is refused where it does not fit, in the words of its own', async () => {
    const stranger = '019a8f3e-4c00-7000-8000-000000000009';
    const wrong = { title: { en: 'Vase' }, direction: 'lost', organizationId: 'nobody' };
    const unknown = { title: { en: 'Vase' }, direction: 'given', organizationId: stranger };
    const answers = [await office.post('/v1/gifts', wrong), await office.post('/v1/gifts', unknown)];
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual([
      [
        400,
        [
          { pointer: '/direction', detail: 'must be one of given, received.', code: 'in' },
          { pointer: '/organizationId', detail: 'must be the id of an organization.', code: 'uuid' },
        ],
      ],
      [
        400,
        [
          {
            pointer: '/organizationId',
            detail: `There is no organization ${stranger}.`,
            code: 'unknown-reference',
          },
        ],
      ],
    ]);
  });

  it('is changed, put away and brought back, each by its version', async () => {
    const changed = await office.patch(
      vase.at,
      { title: { it: 'Vaso di porcellana' } },
      { 'if-match': vase.tag },
    );
    expect(changed.body.title).toEqual({ en: 'Porcelain vase', it: 'Vaso di porcellana' });
    const late = await office.delete(vase.at, { 'if-match': vase.tag });
    expect([late.status, late.body.code]).toEqual([412, 'record.stale']);
    const archived = await office.delete(vase.at, { 'if-match': changed.headers.etag! });
    expect([archived.status, (await office.get(vase.at)).status]).toEqual([204, 404]);
    expect((await office.post(`${vase.at}/restore`)).body.version).toBe(4);
  });

  it('has a history', async () => {
    const { body } = await office.get(`${vase.at}/history`);
    expect(body.items.map(({ kind }: Recorded) => kind)).toEqual([
      'restored',
      'archived',
      'changed',
      'created',
    ]);
  });

  it('is read with a token only', async () => {
    expect((await office.stranger.get('/v1/gifts')).status).toBe(401);
    expect((await office.reader.get('/v1/gifts')).status).toBe(200);
  });
});
