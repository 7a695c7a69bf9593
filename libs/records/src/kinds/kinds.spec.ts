import { beforeEach, describe, expect, it } from '@jest/globals';
import { IdOf, IdOrNameOf, ListOf, PatchOf, ProblemCatalog, Violations } from '#platform';
import { type Problems, defineProblems } from '#refusals';
import { Entity } from 'typeorm';
import type { Type } from '@nestjs/common';
import { ListQuery } from '../pages/list-query.dto.js';
import { PageOf } from '../pages/page.dto.js';
import { RecordView } from '../record.dto.js';
import { RecordEntity } from '../record.entity.js';
import { Kinds } from './kinds.js';
import { type RecordKindDefinition, recordKind } from './record-kind.js';

@Entity('gifts')
class Gift extends RecordEntity {}

@Entity('thanks')
class Thanks extends RecordEntity {
  giftId: string;
}

@Entity('replies')
class Reply extends RecordEntity {}

class CreateGift {}
class CreateThanks {
  @IdOf('letter')
  letterId: string;
}
class CreateParcel {
  @ListOf(() => CreateThanks)
  thanks: CreateThanks[];
}
class FindGifts extends ListQuery {
  @IdOrNameOf('gift')
  like?: string;
}
class GiftPage extends PageOf(RecordView) {}

const shapes = {
  create: CreateGift,
  patch: PatchOf(CreateGift),
  query: ListQuery,
  view: RecordView,
  page: GiftPage,
};

/** A kind of record for these tests: gifts, unless told otherwise. */
function aKind(
  differences: Partial<RecordKindDefinition<Gift> & { create: Type<object>; query: Type<ListQuery> }> = {},
) {
  return recordKind({
    name: 'gift',
    entity: Gift,
    path: 'gifts',
    tag: 'Gifts',
    area: 'visits',
    ...shapes,
    ...differences,
  });
}

const lost: Problems = defineProblems({
  'gift.lost': ['conflict', 'The gift is lost', 'Gifts get lost.', 'Look for it.'],
});
const once = { problem: lost['gift.lost']!, detail: 'It was lost before.' };

describe('the kinds of record of an app', () => {
  let kinds: Kinds;

  beforeEach(() => {
    kinds = new Kinds(new ProblemCatalog(), new Violations());
  });

  it.each([
    ['name', { name: 'gift' }, 'The kind of record “gift” is declared twice.'],
    ['table', { name: 'present', entity: Gift }, 'The table gifts is declared twice.'],
    ['code of a refusal', { problems: lost }, 'The problem gift.lost is declared twice.'],
    ['constraint', { constraints: { gifts_once: once } }, 'The constraint gifts_once is declared twice.'],
  ])('have no %s twice', (_, differences, message) => {
    kinds.add([aKind({ problems: lost, constraints: { gifts_once: once } })]);
    const other = { name: 'thanks', entity: Thanks, ...differences };
    expect(() => kinds.add([aKind(other)])).toThrow(message);
  });

  it('explain no constraint that they do not declare', () => {
    const explanations = { gifts_once: {} as never };
    expect(() => kinds.add([aKind({ explanations })])).toThrow(
      'The constraint gifts_once is explained, but not declared.',
    );
  });

  it('belong to none that the app does not have', () => {
    kinds.add([aKind({ name: 'thanks', entity: Thanks, within: aKind() })]);
    expect(() => kinds.onModuleInit()).toThrow('“thanks” belongs to “gift”, which this app does not have.');
  });

  it('go along with none that the app does not have', () => {
    kinds.add([aKind({ name: 'thanks', entity: Thanks, along: [['id', aKind()]] })]);
    expect(() => kinds.onModuleInit()).toThrow('“thanks” belongs to “gift”, which this app does not have.');
  });

  it('go along with one of a feature above, by its name', () => {
    const thanks = aKind({ name: 'thanks', entity: Thanks, along: [['id', 'gift']] });
    kinds.add([thanks]);
    expect(() => kinds.onModuleInit()).toThrow('“thanks” belongs to “gift”, which this app does not have.');
    const gift = aKind();
    kinds.add([gift]);
    kinds.onModuleInit();
    expect([kinds.partsOf(gift), kinds.partsOf(thanks)]).toEqual([[[thanks, 'id']], []]);
  });

  it.each([
    ['by themselves', CreateThanks],
    ['in their lists', CreateParcel],
  ])('refer to none that the app does not have, %s', (_, create) => {
    kinds.add([aKind({ create })]);
    expect(() => kinds.onModuleInit()).toThrow(
      'letterId of “gift” refers to “letter”, which this app does not have.',
    );
  });

  it('are found by a name only where they have names', () => {
    kinds.add([aKind({ query: FindGifts })]);
    expect(() => kinds.onModuleInit()).toThrow('No records of a kind “gift” have names.');
  });

  it('are found with what belongs to them', () => {
    const gift = aKind();
    const thanks = aKind({ name: 'thanks', plural: 'thanks', entity: Thanks, path: 'thanks', within: gift });
    kinds.add([gift, thanks]);
    kinds.onModuleInit();
    expect(kinds.partsOf(gift)).toEqual([[thanks, 'giftId']]);
    expect(thanks.address).toBe('gifts/:giftId/thanks');
    expect(kinds.tableOf('thanks')).toBe('thanks');
    expect(() => kinds.tableOf('letter')).toThrow('There is no kind of record “letter”.');
  });

  it('are what others are about, which go along with any of them but their own', () => {
    const gift = aKind();
    const thanks = aKind({ name: 'thanks', plural: 'thanks', entity: Thanks, about: 'id' });
    kinds.add([gift, thanks]);
    kinds.onModuleInit();
    expect(kinds.subjectsOf(thanks)).toEqual([gift]);
    expect([kinds.partsOf(gift), kinds.partsOf(thanks)]).toEqual([[[thanks, 'id']], []]);
  });

  it('are about what is about another, where that says so and they are not alike', () => {
    const gift = aKind();
    const thanks = aKind({ name: 'thanks', plural: 'thanks', entity: Thanks, about: 'id', isSubject: true });
    const reply = aKind({ name: 'reply', plural: 'replies', entity: Reply, about: 'id' });
    kinds.add([gift, thanks, reply]);
    kinds.onModuleInit();
    expect([thanks, reply].map((kind) => kinds.subjectsOf(kind))).toEqual([[gift], [gift, thanks]]);
    expect([gift, thanks, reply].map((kind) => kinds.partsOf(kind))).toEqual([
      [
        [thanks, 'id'],
        [reply, 'id'],
      ],
      [[reply, 'id']],
      [],
    ]);
  });
});
