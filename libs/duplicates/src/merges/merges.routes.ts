import { Body, Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json, MayMatch, type Precondition, withArticle } from '#platform';
import { ReadQuery, type RecordKind, camelCase, describeAddress } from '#records';
import { type MergeRecords, MergeList, MergeView, mergeOf } from './merges.dto.js';
import { MergeQueries } from './merges.queries.js';
import { MergesService } from './merges.service.js';

/** The controller of `POST …/{id}/merge`, of the merges of a record and of undoing one, of a kind of record. */
export function MergesOf(kind: RecordKind): Type<object> {
  const one = withArticle(kind.name);

  @ApiTags(kind.tag)
  @Controller(`${kind.address}/:id`)
  @InArea(kind.area)
  class MergesController {
    constructor(
      private readonly reads: MergeQueries,
      private readonly writes: MergesService,
    ) {}

    @Post('merge')
    @HttpCode(200)
    @ApiOperation({
      summary: `Merges ${one} that is the same into this one: what refers to it refers to this one, and its address leads here.`,
    })
    @ApiOkResponse({ type: MergeView })
    merge(
      @Param('id') id: string,
      @MayMatch() match: Precondition | null,
      @Body() input: MergeRecords,
      @By() caller: Caller,
    ): Promise<Json<MergeView>> {
      return this.writes.merge(kind, id, match, input, caller);
    }

    @Get('merges')
    @ApiOperation({ summary: `Lists what was merged into ${one}, the last merge first.` })
    @ApiOkResponse({ type: MergeList })
    list(
      @Param('id') id: string,
      @By() caller: Caller,
      @Query() _query?: ReadQuery,
    ): Promise<Json<MergeList>> {
      return this.reads.list(kind, id, caller);
    }

    @Post('merges/:mergeId/undo')
    @HttpCode(200)
    @ApiOperation({
      summary: `Undoes a merge, as long as nothing that it changed was changed since: the merged ${kind.name} comes back under its id.`,
    })
    @ApiOkResponse({ type: MergeView })
    undo(
      @Param('id') id: string,
      @Param('mergeId') mergeId: string,
      @By() caller: Caller,
    ): Promise<Json<MergeView>> {
      return this.writes.undo(kind, { id, mergeId }, caller);
    }
  }
  // The compiler keeps no types that are made; the pipe and the documentation read them here.
  Reflect.defineMetadata(
    'design:paramtypes',
    [String, Object, mergeOf(kind.name), Object],
    MergesController.prototype,
    'merge',
  );
  for (const method of ['merge', 'list']) describeAddress(MergesController, method, `${kind.address}/:id`);
  describeAddress(MergesController, 'undo', `${kind.address}/:id/merges/:mergeId`);
  const name = camelCase(` ${kind.name}`);
  Object.defineProperty(MergesController, 'name', { value: `${name}MergesController` });
  return MergesController;
}
