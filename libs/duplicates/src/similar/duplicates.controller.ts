import { Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { InArea } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { DifferenceQueries } from './differences.queries.js';
import { DifferencesService } from './differences.service.js';
import {
  DifferencePage,
  DifferenceQuery,
  DifferenceView,
  DuplicatePage,
  DuplicateQuery,
} from './duplicates.dto.js';
import { DuplicateQueries } from './duplicates.queries.js';

@ApiTags('Directory')
@Controller('duplicates')
@InArea('directory')
export class DuplicatesController {
  constructor(
    private readonly duplicates: DuplicateQueries,
    private readonly differences: DifferenceQueries,
    private readonly writes: DifferencesService,
  ) {}

  /** Lists pairs of records that may be the same, surest first, without those that are known to be different. */
  @Get()
  list(@Query() query: DuplicateQuery, @By() caller: Caller): Promise<Json<DuplicatePage>> {
    return this.duplicates.list(query, caller);
  }

  /** Lists pairs of records that are known to be different, with who said so and when, the last one first. */
  @Get('different')
  listDifferent(@Query() query: DifferenceQuery, @By() caller: Caller): Promise<Json<DifferencePage>> {
    return this.differences.list(query, caller);
  }

  /** Says that two records of one kind are different, in either order: they are not told of as similar any more. */
  @Put('different/:id/:otherId')
  tellApart(
    @Param('id') id: string,
    @Param('otherId') otherId: string,
    @By() caller: Caller,
  ): Promise<Json<DifferenceView>> {
    return this.writes.tellApart({ id, otherId }, caller);
  }

  /** Takes back that two records are different, in either order, whether that was said or not. */
  @Delete('different/:id/:otherId')
  @HttpCode(204)
  @ApiNoContentResponse()
  takeBack(@Param('id') id: string, @Param('otherId') otherId: string, @By() caller: Caller): Promise<void> {
    return this.writes.takeBack({ id, otherId }, caller);
  }
}
