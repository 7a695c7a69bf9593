import { hash, randomUUIDv7 } from 'node:crypto';

/** Whoever fixes the id of an entry fixes those of the questions that it begins with: documents can name them. */
export function questionIdsOf(entry: object): () => string {
  const id = 'id' in entry && typeof entry.id === 'string' ? entry.id : null;
  let count = 0;
  return () => (id ? idWithin(id, count++) : randomUUIDv7());
}

/** A UUID (RFC 9562, version 8) that is always the same at this position of a record. */
function idWithin(whole: string, position: number): string {
  const [a, b, c, d] = hash('sha256', `${whole}/${position}`)
    .match(/^(.{8})(.{4}).(.{3}).(.{15})/)!
    .slice(1);
  return `${a}-${b}-8${c}-8${d!.slice(0, 3)}-${d!.slice(3)}`;
}
