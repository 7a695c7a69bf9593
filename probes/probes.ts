import { anonymousBodies } from './anonymous-bodies.probe.js';
import { archiveAgainstCreate } from './archive-against-create.probe.js';
import { backup } from './backup.probe.js';
import { calendars } from './calendars.probe.js';
import { feed } from './feed.probe.js';
import { fullDisk } from './full-disk.probe.js';
import { fuzz } from './fuzz.probe.js';
import { kills } from './kills.probe.js';
import { lockedRow } from './locked-row.probe.js';
import { log } from './log.probe.js';
import { overload } from './overload.probe.js';
import { postmaster } from './postmaster.probe.js';
import type { Probe } from './probe.js';
import { slow } from './slow.probe.js';
import { stoppedPostgres } from './stopped-postgres.probe.js';
import { wideBodies } from './wide-bodies.probe.js';

/** Every probe, in the order in which they run. */
export const PROBES: readonly Probe[] = [
  fuzz,
  wideBodies,
  feed,
  calendars,
  anonymousBodies,
  postmaster,
  fullDisk,
  lockedRow,
  stoppedPostgres,
  log,
  slow,
  archiveAgainstCreate,
  overload,
  kills,
  backup,
];

/** Those of these names. */
export function chooseProbes(names: readonly string[]): readonly Probe[] {
  const known = PROBES.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no probe ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  return PROBES.filter(({ name }) => names.length === 0 || names.includes(name));
}
