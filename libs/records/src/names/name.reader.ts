import { Injectable } from '@nestjs/common';
import { type Caller, Database, ProblemCatalog, type Statement, remember, statement } from '#platform';
import { Kinds } from '../kinds/kinds.js';
import { NAME_PROBLEMS } from './name.problems.js';
import { namesLike, recordsNamed } from './named.fragments.js';

/** A record that has a name which was asked for. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** How many records have a name, and the first of them. */
export interface Named {
  readonly count: number;
  readonly candidates: readonly Candidate[];
}

/** Finds the records that have a name, among all names of those in use that the caller may see. */
@Injectable()
export class NameReader {
  private readonly named = remember(100, (kinds) => this.prepare('named', kinds));
  private readonly like = remember(100, (kinds) => this.prepare('like', kinds));

  constructor(
    private readonly database: Database,
    private readonly kinds: Kinds,
    problems: ProblemCatalog,
  ) {
    problems.add(NAME_PROBLEMS);
  }

  /** The records of some kinds that have this name: as search understands it, but as a whole. */
  async readNamed(kinds: readonly string[], name: string, caller: Caller): Promise<Named> {
    return (await this.database.readValue<Named>(this.named(kinds.join()), caller, { name }))!;
  }

  /** Names that come close. */
  async readLike(kinds: readonly string[], name: string, caller: Caller): Promise<string[]> {
    return (await this.database.readValue<string[]>(this.like(kinds.join()), caller, { name }))!;
  }

  private prepare(what: 'named' | 'like', names: string): Statement {
    const kinds = names.split(',').flatMap((name) => this.kinds.allNamed(name));
    const text = what === 'named' ? recordsNamed(kinds) : namesLike(kinds);
    // Of many kinds, the name of the statement would be longer than Postgres keeps.
    const name = kinds.length > 2 ? undefined : `${what}-${kinds.map(({ code }) => code).join('-')}`;
    return statement(name, text);
  }
}
