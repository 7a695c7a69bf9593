import { withArticle } from '#platform';

/** What the routes of a kind of record do, in the words of the documentation. */
export type Sayings = Readonly<
  Record<
    'list' | 'read' | 'create' | 'patch' | 'archive' | 'restore' | 'transitions' | 'move' | 'history',
    string
  >
>;

/** The same words for every kind, except those that it says itself. */
export function sayingsOf(name: string, plural: string, own: Partial<Sayings> = {}): Sayings {
  const one = withArticle(name);
  return {
    list: `Lists ${plural}.`,
    read: `Reads one ${name}.`,
    create: `Records ${one}.`,
    patch: `Changes ${one}.`,
    archive: `Archives ${one}.`,
    restore: `Restores an archived ${name}.`,
    transitions: `Says where ${one} stands and what it may become.`,
    move: `Moves ${one} to another status.`,
    history: `Tells the history of one ${name}, newest first.`,
    ...own,
  };
}
