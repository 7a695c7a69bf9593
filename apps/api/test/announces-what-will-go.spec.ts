import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { FEATURES } from '#office';
import { ForWhoeverSignedIn } from '#identity';
import { Deprecated } from '#platform';
import { operationsOf } from '../src/openapi.operations.js';
import { type Office, openOffice } from './office.js';

@Controller('old-gifts')
@ForWhoeverSignedIn()
class OldGiftsController {
  @Get()
  @Deprecated({ since: '2027-03-01', sunset: '2027-09-01', link: 'https://corteo.example.org/gifts' })
  list(): string[] {
    return [];
  }
}

@Module({ controllers: [OldGiftsController] })
class OldGiftsModule {}

describe('a route that will go', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice({}, [...FEATURES, OldGiftsModule]);
  });
  afterAll(() => office.close());

  it('says since when, until when and what instead, also where it refuses', async () => {
    const said = {
      deprecation: '@1803859200',
      sunset: 'Wed, 01 Sep 2027 00:00:00 GMT',
      link: '<https://corteo.example.org/gifts>; rel="deprecation"; type="text/html"',
    };
    const answers = [
      await office.misuse('get', '/v1/old-gifts'),
      await office.stranger.misuse('get', '/v1/old-gifts'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401]);
    for (const { headers } of answers) expect(headers).toMatchObject(said);
    expect((await office.get('/v1/topics')).headers).not.toHaveProperty('deprecation');
  });

  it('is deprecated in the OpenAPI document, as nothing else is', () => {
    const paths = Object.entries(office.document.paths);
    const deprecated = paths.flatMap(([path, operations]) =>
      operationsOf(operations).some((operation) => operation.deprecated) ? [path] : [],
    );
    expect(deprecated).toEqual(['/v1/old-gifts']);
  });
});
