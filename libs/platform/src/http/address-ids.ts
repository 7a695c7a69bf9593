import { UUID } from '#vocabulary';

/** What the parameters of addresses are called that are ids. */
export const NAMES_ID = /^id$|Id$/;

/** Whether an address can lead anywhere: its ids can be ids, and the rest can be text. */
export function canLeadAnywhere(params: Readonly<Record<string, string>>): boolean {
  return Object.entries(params).every(([name, value]) =>
    NAMES_ID.test(name) ? UUID.test(value) : !value.includes('\0'),
  );
}
