import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { DataSource } from 'typeorm';
import { Refusal, defineProblems } from '#refusals';
import type { Database } from '../database/database.js';
import { type Sql, sql, statement } from '../database/sql.js';
import { Violations } from '../database/violations.js';
import { acceptedInputs } from '../http/input.pipe.js';
import { IdOf } from '../http/references.js';
import { Routes } from '../http/routes.js';
import { type TestDatabase, openTestDatabase } from '../testing.js';
import { ProblemFilter } from './problem.filter.js';
import { References } from './references.js';

const PLACE = '019a8f3e-4c00-7000-8000-00000000000a';
const { 'gift.twice': TWICE } = defineProblems({
  'gift.twice': ['conflict', 'The gift is already recorded'],
});

class GiftInput {
  @IdOf('place')
  placeId: string;
}

describe('What is behind a refusal', () => {
  let test: TestDatabase;
  let database: Database;
  let dataSource: DataSource;
  let logged: string[];

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ database, dataSource } = await test.connect());
    await dataSource.query(
      'create table gifts (name text constraint gifts_once primary key, place_id uuid references places)',
    );
    await dataSource.query(`insert into gifts values ('Seal')`);
    jest.spyOn(Logger.prototype, 'error').mockImplementation((message) => void logged.push(String(message)));
  });
  beforeEach(() => {
    logged = [];
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.drop();
  });

  const told = { code: 'gift.twice', status: 409, title: 'The gift is already recorded' };

  it('is looked up and told', async () => {
    const answer = await recordAgain(sql`select to_json(name) from gifts where name = :name`);
    expect([answer, logged]).toEqual([{ ...told, detail: 'It is the gift “Seal”.' }, []]);
  });

  it('is left untold where nothing is found', async () => {
    const answer = await recordAgain(sql`select to_json(name) from gifts where name = 'not ' || :name`);
    expect([answer, logged]).toEqual([{ ...told, detail: 'Choose another name.' }, []]);
  });

  it('is left untold where the lookup fails, which only the log tells', async () => {
    const answer = await recordAgain(sql`select to_json(1 / (length(:name) - 4))`);
    expect(answer).toEqual({ ...told, detail: 'Choose another name.' });
    expect(logged).toEqual([expect.stringContaining('division by zero')]);
  });

  it('is every reference of the input that leads nowhere', async () => {
    const { code, errors } = await recordAtUnknownPlace('places');
    expect([code, errors, logged]).toEqual([
      'request.invalid',
      [{ pointer: '/placeId', detail: `There is no place ${PLACE}.`, code: 'unknown-reference' }],
      [],
    ]);
  });

  it('is the reference that the database names where the others cannot be looked up', async () => {
    const { code, status, detail, errors } = await recordAtUnknownPlace('places_of_old');
    expect([code, status, detail, errors]).toEqual([
      'record.unknown-reference',
      400,
      `There is no record ${PLACE} of the kind asked for.`,
      undefined,
    ]);
    expect(logged).toEqual([expect.stringContaining('places_of_old')]);
  });

  /** Records a gift for the second time, what is in the way being looked up by this statement. */
  async function recordAgain(lookup: Sql): Promise<object> {
    const violations = new Violations();
    const explanation = {
      statement: statement(undefined, lookup),
      values: (keys: string) => ({ name: /=\((.*)\)/.exec(keys)![1] }),
      tell: (name: string) => new Refusal(TWICE, `It is the gift “${name}”.`),
    };
    violations.declare(
      { gifts_once: { problem: TWICE, detail: 'Choose another name.' } },
      { gifts_once: explanation },
    );
    const error = await errorOf(`insert into gifts values ('Seal')`);
    const { code, status, title, detail } = await answerTo(error, { violations });
    return { code, status, title, detail };
  }

  /** Records a gift from a place that is not there, places being looked up in this table. */
  async function recordAtUnknownPlace(table: string): Promise<Record<string, unknown>> {
    const error = await errorOf(`insert into gifts values ('Vase', '${PLACE}')`);
    const body = { placeId: PLACE };
    acceptedInputs.set(body, Object.assign(new GiftInput(), body));
    return answerTo(error, { body, table });
  }

  function errorOf(statement: string): Promise<unknown> {
    return dataSource.query(statement).catch((error: unknown) => error);
  }

  async function answerTo(
    thrown: unknown,
    { violations = new Violations(), body = {}, table = '' },
  ): Promise<Record<string, unknown>> {
    const references = new References(database, { tableOf: () => table });
    const filter = new ProblemFilter(references, new Routes(), database, violations);
    const sent: string[] = [];
    const reply = { status: () => reply, headers: () => reply, send: (text: string) => sent.push(text) };
    await filter.catch(thrown, new ExecutionContextHost([{ url: '/v1/gifts', headers: {}, body }, reply]));
    return JSON.parse(sent[0]!) as Record<string, unknown>;
  }
});
