import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForWhoeverSignedIn } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { Changes } from './changes.js';
import { ChangesPage, ChangesQuery } from './changes.dto.js';

@ApiTags('Overviews')
@Controller('changes')
@ForWhoeverSignedIn()
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  /** Tells what changed in all kinds of record that the token may read, in the order in which it was committed. */
  @Get()
  list(@Query() query: ChangesQuery, @By() caller: Caller): Promise<Json<ChangesPage>> {
    return this.changes.read(query, caller);
  }
}
