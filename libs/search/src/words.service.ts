import { Injectable } from '@nestjs/common';
import type { TimedWork } from '#identity';
import { Database, type Transaction } from '#platform';

/** How many records are written anew in one transaction: their writers wait that long. */
const AT_ONCE = 500;
/** How many words are counted anew in one run, and how many of them in one transaction. */
const MOST_RECOUNTED = 20_000;
const RECOUNTED_AT_ONCE = 500;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** A word of the dictionary, and how many records it finds. */
interface CountedWord {
  readonly word: string;
  readonly uses: number;
}

/** The words of all names that belong into the dictionary, and how many records each finds. */
export const COUNTED_WORDS = `
  select found.word collate "C" as word, max(found.ndoc) as uses
  from ts_stat('select names from public.record_words') found
  where exists (select from public.words_to_know(array[found.word])) group by 1`;

/** The words of which the dictionary says something else than the records; those first that are missing, or find nothing. */
const MISCOUNTED = `
  select coalesce(c.word, k.word) as word, coalesce(c.uses, 0) as uses
  from (${COUNTED_WORDS}) c
  full join (select word, max(uses) as uses, count(*) as times from public.known_words group by word) k on k.word = c.word
  where c.uses is distinct from k.uses or k.times > 1
  order by c.word is null or k.word is null desc, abs(c.uses - k.uses) desc limit $1`;

const LEARN = `
  insert into public.known_words
  select n.word, n.uses, public.shortened(n.word) from unnest($1::text[], $2::integer[]) n(word, uses)
  where not exists (select from public.known_words k where k.word = n.word)`;

const COUNT = `
  update public.known_words k set uses = n.uses from unnest($1::text[], $2::integer[]) n(word, uses)
  where k.word = n.word and k.uses <> n.uses`;

const NAME_ONCE = `
  delete from public.known_words k where k.word = any ($1)
    and exists (select from public.known_words same where same.word = k.word and same.ctid < k.ctid)`;

/** Writes how often words are used; one that found nothing goes only if it finds nothing still. */
async function keepCounts(tx: Transaction, counted: readonly CountedWord[]): Promise<void> {
  const [unused, used] = [counted.filter(({ uses }) => uses === 0), counted.filter(({ uses }) => uses > 0)];
  const words = used.map(({ word }) => word);
  const values = [words, used.map(({ uses }) => uses)];
  await tx.query(NAME_ONCE, [words]);
  await tx.query(COUNT, values);
  await tx.query(LEARN, values);
  await tx.query('select public.unlearn_words($1)', [unused.map(({ word }) => word)]);
}

/** The words by which everything is found; the database writes them with each record. */
@Injectable()
export class Words {
  constructor(private readonly database: Database) {}

  /**
   * Writes all words anew, also while others write records.
   * @param tell is told of each table when it is done
   */
  async rewrite(tell: (table: string) => void = () => {}): Promise<void> {
    const tables = await this.database.transaction((tx) =>
      tx.query<{ name: string }[]>('select name from public.worded_tables() order by name'),
    );
    for (const { name } of tables) {
      await this.rewriteTable(name);
      tell(name);
    }
    await this.recount(null);
  }

  /** Counts anew, every day from now on, how often words are used. */
  follow(work: TimedWork): void {
    work.add({ name: 'count words', every: DAY, after: HOUR, run: async () => void (await this.recount()) });
  }

  /**
   * Counts how many records each word finds, learns those that are not known and forgets those that find none, also while
   * others write records.
   * @param most of how many words at most; all, where it is null
   * @returns of how many words the dictionary said something else; those beyond are counted the next time
   */
  async recount(most: number | null = MOST_RECOUNTED): Promise<number> {
    const miscounted = await this.database.transaction((tx) => tx.query<CountedWord[]>(MISCOUNTED, [most]));
    for (let from = 0; from < miscounted.length; from += RECOUNTED_AT_ONCE) {
      const some = miscounted.slice(from, from + RECOUNTED_AT_ONCE);
      await this.database.transaction((tx) => keepCounts(tx, some));
    }
    return miscounted.length;
  }

  private async rewriteTable(name: string): Promise<void> {
    let last: string | null = BEFORE_ALL;
    while (last !== null) {
      const after: string = last;
      const [written] = await this.database.transaction((tx) =>
        tx.query<[{ last: string | null }]>('select public.rewrite_words($1, $2, $3) as last', [
          name,
          after,
          AT_ONCE,
        ]),
      );
      last = written.last;
    }
  }
}
