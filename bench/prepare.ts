import pg from 'pg';
import type { Product } from './capture.js';
import { DEEP_PAGE, LISTED, type SearchWords } from './operations.js';

/** Names that are there, for searches: each found in few records, whatever the size. */
export async function chooseWords(databaseUrl: string): Promise<SearchWords> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ it: string; en: string; zh: string }>(
      `select display ->> 'it' as it, display ->> 'en' as en, display ->> 'zh' as zh from organizations
       order by hashtext(id::text) limit 5`,
    );
    return {
      italian: rows.map(({ it }) => it.replace('Istituto ', '')),
      english: rows.map(({ en }) => en),
      chinese: rows.map(({ zh }) => zh.slice(0, 4)),
      pairs: rows.map(({ zh }) => zh.slice(0, 2)),
    };
  } finally {
    await client.end();
  }
}

/** Reads the list on to its deep page, or to the last one, and gives the number and the cursor of that page. */
export async function findDeepPage(product: Product): Promise<{ page: number; cursor: string }> {
  let found = await readOn(product, { page: 1, cursor: '' }, 3);
  while (found.page < DEEP_PAGE) {
    const next = await readOn(product, found, 4);
    if (next.page === found.page) break;
    found = next;
  }
  return found;
}

async function readOn(
  product: Product,
  from: { page: number; cursor: string },
  pages: number,
): Promise<typeof from> {
  const path = LISTED.replace('limit=50', `limit=${pages * 50}`);
  const answer = await product.get(from.cursor ? `${path}&cursor=${from.cursor}` : path);
  const { nextCursor } = JSON.parse(answer) as { nextCursor: string | null };
  return nextCursor ? { page: from.page + pages, cursor: nextCursor } : from;
}
