import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { PLACE } from './place.record.js';
import { PlaceQueries } from './places.queries.js';
import { PlacesService } from './places.service.js';

@Controller(PLACE.address)
export class PlacesController extends RecordRoutes(PLACE, PlaceQueries, PlacesService) {}
