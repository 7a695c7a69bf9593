import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { RECORD_PROBLEMS, Refusal } from '#refusals';
import type { CallingRequest } from '../caller.js';

/** What `If-Match` allows: any version, those listed, or nothing that can be read. */
export class Precondition {
  private constructor(private readonly versions: readonly number[] | 'any' | 'unreadable') {}

  /**
   * Reads `If-Match`: `*` or entity tags (RFC 9110 §8.8.3). Of those that `ETag` gave the version counts, also where a
   * proxy has weakened them; those made by others match nothing.
   */
  static parse(header: string): Precondition {
    if (header.trim() === '*') return new Precondition('any');
    if (!isTagList(header)) return new Precondition('unreadable');
    return new Precondition([...header.matchAll(OWN_TAG)].map(([, version]) => Number(version)));
  }

  get isReadable(): boolean {
    return this.versions !== 'unreadable';
  }

  allows(version: number): boolean {
    return this.versions === 'any' || (this.versions !== 'unreadable' && this.versions.includes(version));
  }
}

const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;
const OWN_TAG = /"([1-9]\d*)-[^"]*"/g;

function isTagList(header: string): boolean {
  const entries = header.replace(TAG, 'tag').split(',');
  const given = entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
  return given.length > 0 && given.every((entry) => entry === 'tag');
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
