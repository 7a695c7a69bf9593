import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { CallingRequest } from '../caller.js';

/** What `If-Match` allows: any version, or those listed. */
export class Precondition {
  private constructor(private readonly versions: readonly number[] | 'any') {}

  /** Reads `If-Match`: `*` or strong entity tags as `ETag` gives them. Tags made by others match nothing. */
  static parse(header: string): Precondition {
    if (header.trim() === '*') return new Precondition('any');
    return new Precondition(
      [...header.matchAll(/(?<!W\/)"(\d+)-[\w-]*"/g)].map(([, version]) => Number(version)),
    );
  }

  allows(version: number): boolean {
    return this.versions === 'any' || this.versions.includes(version);
  }
}

function preconditionOf(context: ExecutionContext): Precondition | null {
  const header = context.switchToHttp().getRequest<CallingRequest>().headers['if-match'] as
    string | undefined;
  return header === undefined ? null : Precondition.parse(header);
}

/** The precondition of a change, as a parameter of a route; without it the change is refused (428). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): Precondition => {
  const precondition = preconditionOf(context);
  if (precondition) return precondition;
  throw new Refusal(
    RECORD_PROBLEMS['record.version-required'],
    'Send the ETag of the record as “If-Match”, so that no other change is overwritten.',
  );
});

/** The precondition where the caller may leave it out, as a parameter of a route. */
export const MayMatch = createParamDecorator((_: unknown, context: ExecutionContext): Precondition | null =>
  preconditionOf(context),
);
