import type { Type } from '@nestjs/common';
import type { RouteArea } from '#identity';
import { type Explanations, type Sql, identifier, sql } from '#platform';
import { type Constraints, type MoveProblems, type Problems, moveProblems } from '#refusals';
import type { Lifecycle } from '#vocabulary';
import type { ListQuery } from '../pages/list-query.dto.js';
import type { RecordEntity } from '../record.entity.js';
import type { Move } from '../transitions/move.js';
import { type WholeAddress, ownAddress } from './addresses.js';
import { type Sayings, sayingsOf } from './sayings.js';
import { shownOf, tableOf } from './tables.js';

export type { At, WholeAddress } from './addresses.js';

/** What comes in and goes out of a kind of record over HTTP. */
export interface Shapes<C = object, P = object, Q = ListQuery, V = object, L = object> {
  /** The body that records one; what a patch was merged into must be valid in it. */
  readonly create: Type<C>;
  readonly patch: Type<P>;
  readonly query: Type<Q>;
  readonly view: Type<V>;
  /** What answers its creation, where that says more than the view. */
  readonly created?: Type<V>;
  readonly page: Type<L>;
  /** The body that moves one to another status, where it may say more than every kind's. */
  readonly move?: Type<Move>;
}

/** What a record goes along with: a kind, or the name of one that is not there yet: its own, or one of a feature above. */
export type Whole = RecordKind | string;

/** What a kind of record is. */
export interface RecordKindDefinition<T extends RecordEntity> {
  /** Its word in messages: `visit`. */
  readonly name: string;
  /** The word for many of them, where it is not the name with an s. */
  readonly plural?: string;
  /** What its codes of refusals begin with, where that is not its name. */
  readonly code?: string;
  readonly entity: abstract new () => T;
  /** The segment of its collection in addresses: `visits`; below that of its whole. */
  readonly path: string;
  /** The heading of its routes in the documentation. */
  readonly tag: string;
  /** What its routes ask the scope of; that of its whole, where it says nothing. */
  readonly area?: RouteArea;
  /** What its routes do, where the documentation needs other words than for every kind. */
  readonly says?: Partial<Sayings>;
  /** The kind of record that each one is within: it is addressed there, and goes where that goes. */
  readonly within?: RecordKind;
  /** Whether those within one whole may be written at once; otherwise they wait for each other. */
  readonly independent?: boolean;
  /** What else it goes along with when that is put away: the property that refers to it, and its kind. */
  readonly along?: readonly (readonly [property: keyof T & string, whole: Whole])[];
  /** The property that holds the id of the record, of any other kind, that each is about: it goes along with that. */
  readonly about?: keyof T & string;
  /** Whether others can be about it, such as what a source says, although it is about another itself. */
  readonly isSubject?: boolean;
  /** Whether two of them may be the same thing, so that one is merged into the other. */
  readonly merges?: boolean;
  /** What shows of a row in an answer that refers to it, where that is not its name, its title or its text. */
  readonly called?: (row: Sql) => Sql;
  /** What else is true of its rows `e` that are in use, such as that what they stand and fall with is. */
  readonly inUse?: Sql;
  readonly lifecycle?: Lifecycle<string>;
  /** The property that holds its status, where that is not `status`. */
  readonly statusProperty?: keyof T & string;
  readonly problems?: Problems;
  readonly constraints?: Constraints;
  readonly explanations?: Explanations;
  /** Fields that are not named like their column: `{ on_date: 'on' }`. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What its input takes and its answers show elsewhere in them, by the name that a dossier has for it. */
  readonly elsewhere?: Elsewhere;
}

/** Finds in an answer what is not where an input has it. */
export type Elsewhere = Readonly<Record<string, (view: Readonly<Record<string, unknown>>) => unknown>>;

/** A kind of record, with all that follows from what it is. */
export interface RecordKind<T extends RecordEntity = RecordEntity> {
  readonly name: string;
  readonly plural: string;
  readonly code: string;
  readonly entity: abstract new () => T;
  readonly table: string;
  /** What the caller may see of its table, for a `from`: `visible_places(:caller)`. */
  readonly visible: Sql;
  /** What tells its rows `e` from those of other kinds in the same table. */
  readonly ofKind: Sql | null;
  readonly inUse: Sql | null;
  /** Where its collection is: `people/:personId/positions`. */
  readonly address: string;
  readonly tag: string;
  readonly area: RouteArea;
  readonly says: Sayings;
  readonly within: RecordKind | null;
  readonly independent: boolean;
  readonly along: readonly (readonly [property: string, whole: Whole])[];
  readonly about: string | null;
  /** Whether others can be about it: it has an address, and is about nothing itself unless it says so. */
  readonly isSubject: boolean;
  /** Whether one can be merged into another. */
  readonly merges: boolean;
  readonly called: (row: Sql) => Sql;
  readonly lifecycle: Lifecycle<string> | null;
  readonly statusProperty: string;
  readonly moves: MoveProblems;
  readonly problems: Problems;
  readonly constraints: Constraints;
  readonly explanations: Explanations;
  readonly renamed: Readonly<Record<string, string>>;
  readonly elsewhere: Elsewhere;
  /** How it is addressed as a whole of others. */
  readonly asWhole: WholeAddress & { readonly parameter: string };
  readonly shapes: Shapes | null;
}

/** A kind of record that has routes of its own. */
export type RoutedKind<T extends RecordEntity, C, P, Q, V, L> = RecordKind<T> & {
  readonly shapes: Shapes<C, P, Q, V, L>;
};

/** Any kind of record that has routes of its own. */
export type AnyRoutedKind = RoutedKind<RecordEntity, object, object, ListQuery, object, object>;

/** The entity of a kind of record. */
export type EntityOf<K> = K extends RecordKind<infer T> ? T : never;

/** The class of what comes in or goes out of a kind of record. */
export type ShapeOf<
  K extends AnyRoutedKind,
  S extends Exclude<keyof Shapes, 'move' | 'created'>,
> = InstanceType<K['shapes'][S]>;

/** Says once what a kind of record is; everything else is derived from it, or checked against it at the start. */
export function recordKind<
  T extends RecordEntity,
  C extends object,
  P extends object,
  Q extends ListQuery,
  V extends object,
  L extends object,
>(definition: RecordKindDefinition<T> & Shapes<C, P, Q, V, L>): RoutedKind<T, C, P, Q, V, L> {
  const { create, patch, query, view, created, page, move, ...rest } = definition;
  return derive(rest, { create, patch, query, view, created, page, move }) as RoutedKind<T, C, P, Q, V, L>;
}

/** What several kinds of record have in common, in one table: no routes of its own, but others are within it. */
export function sharedKind<T extends RecordEntity>(
  definition: RecordKindDefinition<T>,
  address: WholeAddress,
): RecordKind<T> {
  return derive(definition, null, address);
}

const DEFAULTS = {
  within: null,
  independent: false,
  along: [],
  about: null,
  merges: false,
  inUse: null,
  lifecycle: null,
  statusProperty: 'status',
  constraints: {},
  explanations: {},
  renamed: {},
  elsewhere: {},
};

function defaultsOf(entity: Function) {
  return { ...DEFAULTS, called: shownOf(entity) };
}

function derive<T extends RecordEntity>(
  definition: RecordKindDefinition<T>,
  shapes: Shapes | null,
  wholeAddress?: WholeAddress,
): RecordKind<T> {
  const { name, entity, plural = `${name}s`, code = name.replaceAll(' ', '-') } = definition;
  const table = tableOf(entity);
  const moves = moveProblems(name, code);
  return {
    ...defaultsOf(entity),
    isSubject: shapes !== null && !definition.about,
    ...definition,
    area: areaOf(definition),
    plural,
    code,
    shapes,
    moves,
    table: table.name,
    visible: sql`${identifier(`visible_${table.name}`)}(:caller)`,
    ofKind: table.discriminator,
    address: addressOf(definition),
    says: sayingsOf(name, plural, definition.says),
    problems: { ...definition.problems, ...(definition.lifecycle ? byCode(moves) : {}) },
    asWhole: { ...(wholeAddress ?? ownAddress(definition)), parameter: `${camelCase(name)}Id` },
  };
}

function areaOf({
  name,
  area,
  within,
}: Pick<RecordKindDefinition<never>, 'name' | 'area' | 'within'>): RouteArea {
  const found = area ?? within?.area;
  if (!found) throw new Error(`Say what area the ${name} is in.`);
  return found;
}

function byCode({ illegal, unready }: MoveProblems): Problems {
  return { [illegal.code]: illegal, [unready.code]: unready };
}

function addressOf({ path, within }: Pick<RecordKindDefinition<never>, 'path' | 'within'>): string {
  return within ? `${within.asWhole.path}/:${within.asWhole.parameter}/${path}` : path;
}

/** `standing follow-up` → `standingFollowUp`. */
export function camelCase(words: string): string {
  return words.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
}
