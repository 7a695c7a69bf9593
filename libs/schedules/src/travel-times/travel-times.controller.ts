import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { TRAVEL_TIME } from './travel-time.record.js';
import { TravelTimeQueries } from './travel-times.queries.js';
import { TravelTimesService } from './travel-times.service.js';

@Controller(TRAVEL_TIME.address)
export class TravelTimesController extends RecordRoutes(TRAVEL_TIME, TravelTimeQueries, TravelTimesService) {}
