import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller, IfMatch, type Json, MayMatch, type Precondition } from '#platform';
import { CreatePerson, PatchPerson, PersonPage, PersonQuery, PersonView } from './people.dto.js';
import { PersonQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';

@ApiTags('People')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PersonQueries,
    private readonly writes: PeopleService,
  ) {}

  /** Lists people, by name. */
  @Get()
  list(@Query() query: PersonQuery, @By() caller: Caller): Promise<Json<PersonPage>> {
    return this.people.list(query, caller);
  }

  /** Reads one person. */
  @Get(':id')
  read(@Param('id') id: string, @By() caller: Caller): Promise<Json<PersonView>> {
    return this.people.read(id, caller);
  }

  /** Records a person. */
  @Post()
  create(@Body() person: CreatePerson, @By() caller: Caller): Promise<Json<PersonView>> {
    return this.writes.create(person, caller);
  }

  /** Changes a person. */
  @Patch(':id')
  patch(
    @Param('id') id: string,
    @IfMatch() match: Precondition,
    @Body() patch: PatchPerson,
    @By() caller: Caller,
  ): Promise<Json<PersonView>> {
    return this.writes.patch(id, match, patch, caller);
  }

  /** Archives a person. */
  @Delete(':id')
  @HttpCode(204)
  archive(@Param('id') id: string, @IfMatch() match: Precondition, @By() caller: Caller): Promise<void> {
    return this.writes.archive(id, match, caller);
  }

  /** Restores an archived person. */
  @Post(':id/restore')
  @HttpCode(200)
  restore(
    @Param('id') id: string,
    @MayMatch() match: Precondition | null,
    @By() caller: Caller,
  ): Promise<Json<PersonView>> {
    return this.writes.restore(id, match, caller);
  }
}
