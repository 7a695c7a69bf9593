import type { Name, Text } from '#vocabulary';

/** One request that records something of a story. */
export interface Entry {
  /** Where it is posted to; `{key}` stands for the id of what was recorded under that key. */
  readonly path: string;
  /** What later entries call it by. */
  readonly key?: string;
  /** Its fields; those named `…Id` and `…Ids` hold keys of earlier entries. */
  readonly body: object;
}

/** Records of one kind, by the keys that other records refer to them by. */
export type Entries = Readonly<Record<string, object>>;

/** Makes entries of records that are posted to the same path. */
export function record(path: string, entries: Entries): Entry[] {
  return Object.entries(entries).map(([key, body]) => ({ path, key, body }));
}

/** Official names by language, the first one shown by default, and any others. */
export function named(official: Text, ...others: Name[]): Name[] {
  const names = Object.entries(official).map(([lang, text]): Name => ({ text, lang, kind: 'official' }));
  return [...names, ...others];
}

/** A text in English. */
export function en(text: string): Text {
  return { en: text };
}

/** A group on the side of the hosts, of which nobody tells how many they were. */
export function hostGroup(label: Text, details: object = {}): object {
  return { group: { label }, side: 'host', role: 'attendee', response: 'attended', ...details };
}

/** A person from China, whose name is known in Latin letters only. */
export function chinesePerson(familyName: string, givenName: string): object {
  const names = named({ 'zh-Latn': `${familyName} ${givenName}` });
  return { names, familyName, givenName, nameOrder: 'family_first' };
}

/** A person from Italy. */
export function italianPerson(givenName: string, familyName: string): object {
  const names = named({ it: `${givenName} ${familyName}` });
  return { names, familyName, givenName, nameOrder: 'given_first' };
}
