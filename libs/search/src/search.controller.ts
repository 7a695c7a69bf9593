import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForWhoeverSignedIn } from '#identity';
import { By, type Caller, type Json } from '#platform';
import { SearchQuery, SearchView } from './search.dto.js';
import { SearchQueries } from './search.queries.js';

@ApiTags('Search')
@Controller('search')
@ForWhoeverSignedIn()
export class SearchController {
  constructor(private readonly search: SearchQueries) {}

  /**
   * Finds whatever has a name or a text, of the kinds that the caller may read: all words have to occur, in any order. Names
   * come before texts, the names of today before former ones, whole words before parts, near days before far ones. Where
   * nothing is found, what is written almost so is answered, and `nearest` says so.
   */
  @Get()
  find(@Query() query: SearchQuery, @By() caller: Caller): Promise<Json<SearchView>> {
    return this.search.find(query, caller);
  }
}
