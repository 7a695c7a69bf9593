/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Which page is asked for; the first has no cursor. */
export interface PageRequest {
  readonly cursor?: string;
}

/** Gives the records of a list one by one, and reads a page when the one before is used up. */
export async function* readPages<Item>(
  read: (page: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let page: PageRequest | undefined = {};
  while (page) {
    const { items, nextCursor }: Page<Item> = await read(page);
    yield* items;
    page = nextCursor === null ? undefined : { cursor: nextCursor };
  }
}
