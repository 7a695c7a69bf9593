import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { PersonQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { PERSON } from './person.record.js';

@Controller(PERSON.address)
export class PeopleController extends RecordRoutes(PERSON, PersonQueries, PeopleService) {}
