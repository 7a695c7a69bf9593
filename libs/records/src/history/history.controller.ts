import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json, sql, statement } from '#platform';
import { AddressWithin, describeAddress } from '../address.js';
import { type At, type RecordKind, camelCase } from '../kinds/record-kind.js';
import { rowAt } from '../kinds/record-rows.js';
import { Histories } from './histories.js';
import { HistoryPage, HistoryQuery } from './history.dto.js';

/** The controller of `GET …/{id}/history` of a kind of record. */
export function HistoryOf(kind: RecordKind): Type<object> {
  const one = statement(`${kind.code}-of-history`, sql`select e.id ${rowAt(kind)}`);

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea(kind.area)
  class HistoryController {
    constructor(private readonly histories: Histories) {}

    @Get('history')
    @ApiOperation({ summary: kind.says.history })
    @ApiOkResponse({ type: HistoryPage })
    read(
      @AddressWithin(kind.within) at: At,
      @Query() query: HistoryQuery,
      @By() caller: Caller,
    ): Promise<Json<HistoryPage>> {
      return this.histories.read(kind, one, at, query, caller);
    }
  }
  describeAddress(HistoryController, 'read', `${kind.address}/:id`);
  const name = camelCase(` ${kind.name}`);
  Object.defineProperty(HistoryController, 'name', { value: `${name}HistoryController` });
  return HistoryController;
}
