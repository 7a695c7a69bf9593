import { describe, expect, it } from '@jest/globals';
import { IdOf, IsText, MayBeNull, One, PatchOf, referredKind } from '#platform';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { mergePatch } from './merge-patch.js';

class Group {
  @IsText()
  label: Record<string, string>;

  @IsText()
  note: Record<string, string>;
}

class CreateThing {
  @MayBeNull()
  @One(() => Group)
  group?: Group | null;

  @MayBeNull()
  @IdOf('person')
  personId?: string | null;
}

class PatchThing extends PatchOf(CreateThing) {}

const current = { group: { label: { en: 'students' }, note: { en: 'of Tsinghua' } }, personId: null };

function readPatch(body: object): PatchThing {
  const patch = plainToInstance(PatchThing, body);
  expect(validateSync(patch, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
  return patch;
}

describe('A merge patch', () => {
  it('changes part of an object and keeps the rest', () => {
    const patch = readPatch({ group: { label: { it: 'studenti' } } });
    expect(mergePatch(current, patch, CreateThing)).toEqual({
      group: { label: { en: 'students', it: 'studenti' }, note: { en: 'of Tsinghua' } },
    });
  });

  it('is refused where an object is not whole after it', () => {
    const patch = readPatch({ group: { label: { it: 'studenti' } } });
    expect(() => mergePatch({ group: null }, patch, CreateThing)).toThrow(
      'Give the text in at least one language, as in { "it": "…" }.',
    );
  });

  it('clears with null', () => {
    expect(mergePatch(current, readPatch({ group: null }), CreateThing)).toEqual({ group: null });
  });

  it('knows what its references refer to', () => {
    expect(referredKind(readPatch({}), 'personId')).toBe('person');
  });
});
