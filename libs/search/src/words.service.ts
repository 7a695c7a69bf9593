import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** How many records are written anew in one transaction: their writers wait that long. */
const AT_ONCE = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

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
    await this.database.transaction((tx) => tx.query('select public.count_words()'));
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
