import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForWhoeverSignedIn } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { SearchQuery, SearchView } from './search.dto.js';
import { SearchQueries } from './search.queries.js';

@ApiTags('Overviews')
@Controller('search')
@ForWhoeverSignedIn()
export class SearchController {
  constructor(private readonly search: SearchQueries) {}

  /** Finds whatever has a name or a text, best first; where nothing is found, what is written almost so, and says so. */
  @Get()
  find(@Query() query: SearchQuery, @By() caller: Caller): Promise<Json<SearchView>> {
    return this.search.find(query, caller);
  }
}
