import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { POSITION } from './position.record.js';
import { PositionQueries } from './positions.queries.js';
import { PositionsService } from './positions.service.js';

@Controller(POSITION.address)
export class PositionsController extends RecordRoutes(POSITION, PositionQueries, PositionsService) {}
