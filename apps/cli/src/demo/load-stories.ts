import { STORIES } from './stories.js';
import type { Entry } from './story.js';

/** Posts a body to a path and gives the record that was made. */
export type Post = (path: string, body: object) => Promise<{ readonly id: string }>;

type Ids = Readonly<Record<string, string>>;

/**
 * Records both stories, one request after the other.
 * @returns the ids of what was recorded, by the keys of the stories
 */
export async function loadStories(post: Post): Promise<Ids> {
  const ids: Record<string, string> = {};
  for (const entry of STORIES) {
    const { id } = await post(pathOf(entry, ids), withIds(entry.body, ids) as object);
    if (!entry.key) continue;
    if (ids[entry.key]) throw new Error(`The stories hold “${entry.key}” twice.`);
    ids[entry.key] = id;
  }
  return ids;
}

function pathOf({ path }: Entry, ids: Ids): string {
  return path.replace(/\{(\w+)\}/g, (_, key: string) => idOf(key, ids));
}

/** Puts ids where a body holds keys: in every field named `…Id` or `…Ids`, however deep. */
function withIds(value: unknown, ids: Ids): unknown {
  if (Array.isArray(value)) return value.map((one) => withIds(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) => [field, idsOf(field, held, ids) ?? withIds(held, ids)]),
  );
}

function idsOf(field: string, held: unknown, ids: Ids): string | string[] | undefined {
  if (field.endsWith('Id')) return idOf(held as string, ids);
  if (field.endsWith('Ids')) return (held as string[]).map((key) => idOf(key, ids));
  return undefined;
}

function idOf(key: string, ids: Ids): string {
  const id = ids[key];
  if (!id) throw new Error(`The stories refer to “${key}” before it is recorded.`);
  return id;
}
