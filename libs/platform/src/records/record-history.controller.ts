import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Values } from '../database/database.js';
import type { Json } from '../database/json.js';
import { type Sql, sql, statement } from '../database/sql.js';
import { By, type Caller } from '../identity/caller.js';
import { HistoryPage, HistoryQuery } from './record-history.dto.js';
import { Histories } from './record-history.js';

/** A kind of record whose history can be read. */
export interface HistoryDefinition {
  /** The heading of its routes in the documentation. */
  readonly tag: string;
  /** Its word in messages: `visit`. */
  readonly name: string;
  /** Where one record is: `visits/:id`. */
  readonly path: string;
  /** A query for its id where the caller may see it, given what the address says by name. */
  readonly record: Sql;
  /** What the address says, where the query wants it in other words. */
  readonly at?: (parameters: Readonly<Record<string, string>>) => Values;
  /** Fields that are not named as their column is: `{ on_date: 'on' }`. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** Finds a record of a table, or of what a function lets the caller see of it, by the `:id` of the address. */
export function recordIn(rows: Sql): Sql {
  return sql`select e.id from ${rows} e where e.id = :id and (:archived or e.archived_at is null)`;
}

/** The controller of `GET …/history` of a kind of record; a feature lists it among its controllers. */
export function HistoryOf({ tag, name, path, record, at, renamed = {} }: HistoryDefinition): Type<object> {
  const found = statement(`history-of-${name}`, record);

  @ApiTags(tag)
  @Controller(path)
  class HistoryController {
    constructor(private readonly histories: Histories) {}

    @Get('history')
    @ApiOperation({ summary: `Tells the history of one ${name}, newest first.` })
    @ApiOkResponse({ type: HistoryPage })
    read(
      @Param() parameters: Record<string, string>,
      @Query() query: HistoryQuery,
      @By() caller: Caller,
    ): Promise<Json<HistoryPage>> {
      return this.histories.read(name, found, at?.(parameters) ?? parameters, renamed, query, caller);
    }
  }
  for (const parameter of path.matchAll(/:(\w+)(?=\/|$)/g))
    ApiParam({ name: parameter[1]!, type: 'string' })(
      HistoryController.prototype,
      'read',
      Object.getOwnPropertyDescriptor(HistoryController.prototype, 'read')!,
    );
  Object.defineProperty(HistoryController, 'name', { value: `${pascalCase(name)}HistoryController` });
  return HistoryController;
}

function pascalCase(words: string): string {
  return words.replace(/(?:^|[ -])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
