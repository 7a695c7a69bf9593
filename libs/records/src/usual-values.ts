import type { RecordKind } from './kinds/record-kind.js';
import { hasColumn } from './kinds/tables.js';

/** What a new record says of its status and of who sees it, and otherwise what is usual. */
export function usualValues({ lifecycle, statusProperty, entity }: RecordKind, row: object): object {
  const said = row as Readonly<Record<string, unknown>>;
  const usual = {
    ...(lifecycle ? { [statusProperty]: lifecycle.initial } : {}),
    ...(hasColumn(entity, 'visibility') ? { visibility: 'internal' } : {}),
  };
  return Object.fromEntries(Object.entries(usual).map(([key, value]) => [key, said[key] ?? value]));
}
