import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { PartyQueries } from './parties.queries.js';
import { PartiesService } from './parties.service.js';
import { PARTY } from './party.record.js';

@Controller(PARTY.address)
export class PartiesController extends RecordRoutes(PARTY, PartyQueries, PartiesService) {}
