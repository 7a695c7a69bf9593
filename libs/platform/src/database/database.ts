import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Pool, PoolClient, QueryArrayConfig, QueryArrayResult } from 'pg';
import { Refusal } from '#refusals';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller, callerValues } from '../caller.js';
import { whileWaiting } from '../waiting.js';
import { askForItsValues, inTransaction, onConnection } from './connections.js';
import type { dataSourceOptions } from './data-source.js';
import { DATABASE_PROBLEMS } from './database.problems.js';
import { type Json, JsonText } from './json.js';
import { type Hearer, Notices } from './notices.js';
import { openDataSource } from './open.js';
import { Patience } from './patience.js';
import { clientOf } from './run.js';
import type { Statement } from './sql.js';
import { Violations } from './violations.js';
import { databaseWork } from './work.js';

export type Transaction = EntityManager;
export type Values = Readonly<Record<string, unknown>>;

/** Answers are text for the wire: nothing in them is parsed. */
const asText = { getTypeParser: () => (value: string) => value };

/** How the connections are used at this moment. */
export interface Load {
  readonly open: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
}

const ANSWERS_WITHIN = 3000;

/** The one way to Postgres: transactions for writes, prepared statements for reads. */
@Injectable()
export class Database implements OnModuleDestroy {
  private opened = false;
  private readonly enclosing = new AsyncLocalStorage<Transaction>();
  private readonly patience: Patience;
  private readonly notices = new Notices(() => this.pool.options);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly violations: Violations,
  ) {
    const { poolSize, connectTimeoutMS } = dataSource.options as ReturnType<typeof dataSourceOptions>;
    this.patience = new Patience(poolSize!, connectTimeoutMS!, () => this.pool.waitingCount);
  }

  /**
   * Waits for Postgres, checks that it can hold the data, and brings the schema up to date.
   * @param migrationUrl the same database as the role that owns the tables, where that is another
   * @throws where the program names a constraint that the schema does not have
   */
  async open(migrationUrl?: string): Promise<void> {
    await openDataSource(this.dataSource, migrationUrl);
    await assertConstraints(this.dataSource, this.violations.names);
    this.opened = true;
    await this.notices.open();
  }

  /** Hears from now on, once the database is open, what instances tell each other on a channel (`NOTIFY`). */
  hear(channel: string, hearer: Hearer): void {
    this.notices.add(channel, hearer);
  }

  async onModuleDestroy(): Promise<void> {
    await this.notices.close();
  }

  /** Connects to another address of the same database from now on. */
  moveTo(url: string): void {
    Object.assign(this.pool.options, { connectionString: url });
  }

  /** Whether the database answers at this moment. */
  async answers(): Promise<boolean> {
    if (!this.opened) return false;
    const now = performance.now();
    const asked = { until: now + ANSWERS_WITHIN, lockUntil: now, record: undefined };
    return whileWaiting(asked, () => onConnection(this.pool, (client) => client.query('select 1'))).then(
      () => true,
      () => false,
    );
  }

  /** How the connections are used at this moment. */
  load(): Load {
    if (!this.opened) return { open: 0, idle: 0, waiting: 0 };
    const { totalCount: open, idleCount: idle, waitingCount } = this.pool;
    return { open, idle, waiting: waitingCount + this.patience.waiting };
  }

  /** Runs `work` in one transaction: all of it happens, or nothing. Inside `enclose` it is part of that transaction. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.assertOpen();
    const enclosing = this.enclosing.getStore();
    try {
      return await (enclosing ? work(enclosing) : this.patience.write(() => this.attempt(work)));
    } catch (error) {
      throw this.violations.refusalOf(error);
    }
  }

  private attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return databaseWork.tracePromise(() => inTransaction(this.dataSource, work), { kind: 'transaction' });
  }

  /** Runs `work` in one transaction together with every transaction and read that it leads to. */
  enclose<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.transaction((tx) => this.enclosing.run(tx, () => work(tx)));
  }

  /**
   * Runs a statement and gives the columns of its first row as text, or undefined where there is no row.
   * @param tx the transaction to read in; without it, any connection of the pool
   */
  async readRow(
    statement: Statement,
    values: Values,
    tx: Transaction | undefined = this.enclosing.getStore(),
  ): Promise<(string | null)[] | undefined> {
    this.assertOpen();
    const query: QueryArrayConfig = {
      name: statement.name,
      text: statement.text,
      values: valuesOf(statement, values),
      rowMode: 'array',
      types: asText,
    };
    type Answer = QueryArrayResult<(string | null)[]>;
    const send = (client: PoolClient): Promise<Answer> => client.query<(string | null)[]>(query);
    const ask = (client: PoolClient): Promise<Answer> =>
      statement.name ? send(client) : askForItsValues(client, send, tx !== undefined);
    const run = async (): Promise<Answer> =>
      tx ? ask(await clientOf(tx)) : this.patience.read(() => onConnection(this.pool, ask));
    const { rows } = await databaseWork.tracePromise(run, { kind: 'statement', name: statement.name });
    return rows[0];
  }

  /**
   * Reads one record as the JSON that its statement builds.
   * @param statement gives two columns: the version, null for what has none, and the JSON
   * @returns null where there is no such record for this caller
   */
  async readRecord<V>(
    statement: Statement,
    caller: Caller,
    values: Values,
    tx?: Transaction,
  ): Promise<Json<V> | null> {
    const row = await this.readRow(statement, { ...callerValues(caller), ...values }, tx);
    if (!row) return null;
    const [version, text] = row;
    return new JsonText(text!, version ? { version: Number(version) } : {}).as<V>();
  }

  /**
   * Reads a value to decide by: the first column of the first row, a JSON value.
   * @returns undefined where there is no row
   */
  async readValue<V>(
    statement: Statement,
    caller: Caller,
    values: Values,
    tx?: Transaction,
  ): Promise<V | undefined> {
    const row = await this.readRow(statement, { ...callerValues(caller), ...values }, tx);
    return row && (JSON.parse(row[0]!) as V);
  }

  private assertOpen(): void {
    if (!this.opened)
      throw new Refusal(
        DATABASE_PROBLEMS['database.unavailable'],
        'The database does not answer yet; please try again shortly.',
      );
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** @throws where a parameter was given no value: what is meant to be null is said to be */
function valuesOf({ name = 'a statement', parameters }: Statement, values: Values): unknown[] {
  return parameters.map((parameter) => {
    if (values[parameter] === undefined)
      throw new Error(`The parameter :${parameter} of ${name} has no value.`);
    return values[parameter];
  });
}

/** Names of neither a constraint, nor an index, nor a trigger, which refuses in its own name. */
const UNKNOWN_CONSTRAINTS = `
  select array(
    select name from unnest($1::text[]) name
    except select conname from pg_constraint
    except select relname from pg_class where relkind = 'i'
    except select tgname from pg_trigger
    order by 1) as names`;

async function assertConstraints(dataSource: DataSource, names: readonly string[]): Promise<void> {
  const [unknown] = await dataSource.query<[{ names: string[] }]>(UNKNOWN_CONSTRAINTS, [names]);
  if (unknown.names.length > 0)
    throw new Error(`The schema has no constraint ${unknown.names.join(', ')}, which the program names.`);
}
