import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Tokens } from '#identity';
import { Database, type Statement, type Values, readConfig } from '#platform';
import { createServer } from '../apps/api/src/http.js';
import { LANGUAGES } from './operations.js';
import { columnText } from './query.js';

/** A statement that the product ran, with what it ran it with. */
export interface RunStatement {
  readonly statement: Statement;
  readonly values: Values;
}

/** How the baseline answers one address: by this statement, with the column between these two texts. */
export interface CapturedRead extends RunStatement {
  /** What the product ran before it, where it answers in several steps. */
  readonly earlier: readonly RunStatement[];
  readonly column: number;
  /** Whether further members follow in place of the brace that closes the column. */
  readonly open: boolean;
  readonly before: string;
  readonly after: string;
}

type Row = readonly (string | null)[];

/** The product inside this process, to learn which statement answers an address: so it is written once only. */
export class Product {
  readonly token: string;
  private ran: (RunStatement & { row: Row })[] = [];

  private constructor(
    private readonly app: NestFastifyApplication,
    token: string,
  ) {
    this.token = token;
    const database = app.get(Database);
    const readRow = database.readRow.bind(database);
    database.readRow = async (statement, values, tx) => {
      const row = await readRow(statement, values, tx);
      this.ran.push({ statement, values, row: row ?? [] });
      return row;
    };
  }

  /** Builds it as `npm start` does, without listening. */
  static async open(databaseUrl: string): Promise<Product> {
    const app = await createServer(readConfig({}), databaseUrl, ['fatal', 'error', 'warn']);
    await app.init();
    await app.get(Database).open();
    const { token } = await app.get(Tokens).create({ label: 'Office', role: 'organizer' });
    return new Product(app, token);
  }

  /** The answer to an address, and the statement that gave it. */
  async capture(path: string): Promise<{ body: string; read: CapturedRead }> {
    this.ran = [];
    const body = await this.get(path);
    const { statement, values, row } = this.ran.at(-1)!;
    // The longest column of the row is the answer, or its items.
    const column = row.reduce(
      (most, text, index) => (lengthOf(text) > lengthOf(row[most]) ? index : most),
      0,
    );
    const earlier = this.ran.slice(0, -1).filter((ran) => isOfAnswer(ran.statement));
    const read = { statement, values, earlier, column };
    // The product marks what was found; the baseline answers what was read.
    if (isMarked(path)) return { body, read: { ...read, open: false, before: '', after: '' } };
    const open = !body.includes(row[column]!);
    const text = columnText(row[column]!, open);
    const start = body.indexOf(text);
    if (start < 0) throw new Error(`No column of ${path} is in its answer.`);
    const [before, after] = [body.slice(0, start), body.slice(start + text.length)];
    return { body, read: { ...read, open, before, after } };
  }

  /** The body of a successful answer. */
  async get(path: string): Promise<string> {
    const answer = await this.app.inject({
      url: path,
      headers: { authorization: `Bearer ${this.token}`, 'accept-language': LANGUAGES },
    });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return answer.body;
  }

  /** Closes it. */
  close(): Promise<void> {
    return this.app.close();
  }
}

/** Whether a statement is read for this answer, and not once for all of them. */
function isOfAnswer({ name = '' }: Statement): boolean {
  return !/^(?:access-token|cursor-key)-/.test(name);
}

/** Whether the product writes more into the answer to an address than its statement gives. */
export function isMarked(path: string): boolean {
  return path.startsWith('/v1/search?');
}

function lengthOf(text: string | null | undefined): number {
  return text?.length ?? 0;
}
