import { hash } from 'node:crypto';
import { orderedJson } from '#platform';

/** What fields hold, each told apart from others without being kept itself: people's data stand in their records alone. */
export type Fingerprints = Readonly<Record<string, string>>;

/** Takes the fingerprint of each field. */
export function fingerprintsOf(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(said.map(([name, value]) => [name, fingerprintOf(value)]));
}

/** The fingerprint of a value: the same for the same JSON, in whatever order its members come. */
export function fingerprintOf(value: unknown): string {
  return hash('sha256', orderedJson(value), 'base64url').slice(0, 22);
}
