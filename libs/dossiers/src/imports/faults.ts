import { escapePointer } from '#platform';
import { type FaultCode, type FieldError, Refusal } from '#refusals';
import { DOSSIER_PROBLEMS } from './dossier.problems.js';
import type { Fault, Path, WrittenDossier } from './written-dossier.js';

/** The most faults that one answer tells. */
export const MOST_FAULTS = 100;

export type { Fault };

/** Refuses dossiers, naming every fault by file, line and path. */
export function refuse(faults: readonly Fault[]): Refusal {
  const [first] = faults;
  const where = `${first!.file ?? 'line'}${first!.file ? ':' : ' '}${first!.position.line}`;
  const others = faults.length === 1 ? '' : ` (and ${faults.length - 1} more)`;
  return new Refusal(DOSSIER_PROBLEMS['dossier.invalid'], `${where}: ${first!.detail}${others}`, {
    errors: faults.slice(0, MOST_FAULTS).map(describeFault),
  });
}

function describeFault({ path, position, ...fault }: Fault): FieldError<FaultCode> {
  return { pointer: pointerTo(path), ...fault, ...position };
}

/** What is wrong with a value of a dossier. */
export function faultAt(
  { file, positionOf }: WrittenDossier,
  path: Path,
  detail: string,
  code: FaultCode,
): Fault {
  return { path, detail, code, file, position: positionOf(path) };
}

/** A path as a JSON pointer (RFC 6901). */
function pointerTo(path: Path): string {
  return path.map((step) => `/${escapePointer(String(step))}`).join('');
}

/** A JSON pointer as a path. */
export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
