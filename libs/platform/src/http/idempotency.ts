import { createHash, hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#refusals';
import { type CallingRequest, type Caller, rightsOf } from '../caller.js';
import { Clock } from '../clock.js';
import { Database, type Transaction } from '../database/database.js';
import { JsonText } from '../database/json.js';
import { sql, statement } from '../database/sql.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { orderedJson } from '../ordered-json.js';
import { setOnRoute } from './route-settings.js';

/** The characters of an Idempotency-Key: 1 to 255 of visible ASCII. */
export const KEY_PATTERN = '^[!-~]{1,255}$';

/** What a route whose answer is not kept has among its settings. */
export interface OnceAnswered {
  readonly answersOnce?: boolean;
}

/** A route whose answer is not kept, since it shows what is shown once, or what is done cannot be taken back: it takes no Idempotency-Key. */
export const AnswersOnce = (): MethodDecorator => setOnRoute({ answersOnce: true } satisfies OnceAnswered);

/**
 * The Idempotency-Key of a request; undefined where it has none, or where it means nothing: with any method but POST.
 * @throws Refusal `idempotency.bad-key`, `idempotency.answered-once`
 */
export function keyOf({
  method,
  headers,
  actor,
  routeOptions,
}: CallingRequest & Pick<FastifyRequest, 'method' | 'routeOptions'>): string | undefined {
  const key = headers['idempotency-key'] as string | undefined;
  if (key === undefined || method !== 'POST' || !actor) return undefined;
  if (!new RegExp(KEY_PATTERN).test(key))
    throw new Refusal(
      HTTP_PROBLEMS['idempotency.bad-key'],
      'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    );
  if ((routeOptions.config as OnceAnswered).answersOnce)
    throw new Refusal(
      HTTP_PROBLEMS['idempotency.answered-once'],
      'The answer to this request is not kept, so that it could not be given again: send no Idempotency-Key.',
    );
  return key;
}

/** A request that may be sent again. */
export interface KeyedRequest {
  readonly caller: Caller;
  readonly key: string;
  /** Its address, with the query. */
  readonly url: string;
  /** What its body is said to be, which bytes alone do not tell. */
  readonly type: string | undefined;
  readonly body: unknown;
}

/** What stands in the place of an answer that the database has erased, as it writes it. */
const ERASED = '{"erased": true}';

/** How many milliseconds an answer is kept for a request that is sent again. */
export const ANSWERS_KEPT_FOR = 24 * 60 * 60 * 1000;

const findAnswer = statement(
  'idempotency-answer',
  sql`select pg_try_advisory_xact_lock(hashtextextended(:lock, 0)), k.request, k.answer, k.facts::text, public.all_seen(:caller::jsonb, k.answer)
      from (values (true)) as one(row)
      left join idempotency_keys k on k.actor_id = :actor and k.key = :key and k.at > :expired`,
);

// Every new key removes a few expired ones, so that the table holds about a day of them.
const keepAnswer = statement(
  'idempotency-keep',
  sql`with expired as (
        delete from idempotency_keys where (actor_id, key) in (
          select actor_id, key from idempotency_keys
          where at <= :expired and (actor_id, key) <> (:actor::uuid, :key::text)
          order by at limit 3 for update skip locked)
      )
      insert into idempotency_keys (actor_id, key, request, answer, facts, at)
      values (:actor, :key, :request, :answer, :facts, :at)
      on conflict on constraint idempotency_keys_once do update
        set request = excluded.request, answer = excluded.answer, facts = excluded.facts, at = excluded.at
        where idempotency_keys.at <= :expired
      returning key`,
);

/** Remembers the answers to requests by their Idempotency-Key, in the transaction of what they wrote. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Does `work` once for a key: everything in one transaction, with the answer; afterwards the same answer is given again.
   * A refusal undoes all of it, so that the key may be used again for the corrected request.
   */
  answerOnce(request: KeyedRequest, work: () => Promise<unknown>): Promise<unknown> {
    const at = this.clock.now();
    const expired = new Date(at.getTime() - ANSWERS_KEPT_FOR);
    const values = {
      actor: request.caller.actor!.id,
      caller: rightsOf(request.caller),
      // A key may hold a name, and is kept when that is erased.
      key: hash('sha256', request.key, 'hex'),
      request: fingerprint(request),
      at,
      expired,
    };
    return this.database.enclose(async (tx) => {
      const known = await this.find(tx, values);
      if (known) return known.answer;
      const answer = await work();
      if (!(await this.database.readRow(keepAnswer, { ...values, ...toColumns(answer) }, tx)))
        throw stillRunning();
      return answer;
    });
  }

  private async find(
    tx: Transaction,
    values: { actor: string; key: string; request: string; expired: Date },
  ): Promise<{ answer: unknown } | null> {
    const lock = `idempotency ${values.actor} ${values.key}`;
    const row = await this.database.readRow(findAnswer, { ...values, lock }, tx);
    const [free, request, answer, facts, isSeen] = row!;
    if (request === null && free !== 't') throw stillRunning();
    if (request === null) return null;
    if (request === values.request) {
      if (isSeen !== 't') throw unseenAnswer();
      return { answer: fromColumns(answer ?? null, facts ?? null) };
    }
    throw new Refusal(
      HTTP_PROBLEMS['idempotency.key-reused'],
      'This Idempotency-Key was sent before with another body, to another address or with other rights; use a new key for a new request.',
    );
  }
}

function erasedAnswer(): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['idempotency.erased'],
    'This request was answered before, and is not done again; the answer was erased together with a person it told of. Read the record instead.',
  );
}

function unseenAnswer(): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['idempotency.unseen'],
    'This request was answered before, and is not done again; the answer told of something that is not there for you now. Read the record instead.',
  );
}

function stillRunning(): Refusal {
  return new Refusal(
    HTTP_PROBLEMS['idempotency.in-progress'],
    'The first request with this Idempotency-Key has no answer yet; repeat this one in a moment.',
  );
}

// Who may see less or more now than then is another caller: the answer was not made for them.
function fingerprint({ url, type, body, caller }: KeyedRequest): string {
  const asked = createHash('sha256').update(`${url}\n${rightsOf(caller)}\n`);
  // Ten million bytes would be ten million numbers of JSON.
  if (body instanceof Uint8Array) asked.update(`${type}\n`).update(body);
  else asked.update(orderedJson(body ?? null));
  return asked.digest('base64url');
}

function toColumns(answer: unknown): { answer: string | null; facts: string | null } {
  if (answer instanceof JsonText) return { answer: answer.text, facts: JSON.stringify(answer.facts) };
  return { answer: answer === undefined ? null : JSON.stringify(answer), facts: null };
}

function fromColumns(answer: string | null, facts: string | null): unknown {
  if (facts === ERASED) throw erasedAnswer();
  if (answer === null) return undefined;
  return facts === null ? JSON.parse(answer) : new JsonText(answer, JSON.parse(facts) as JsonText['facts']);
}
