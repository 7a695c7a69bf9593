import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { FIGURE } from './figure.record.js';
import { FigureQueries } from './figures.queries.js';
import { FiguresService } from './figures.service.js';

@Controller(FIGURE.address)
export class FiguresController extends RecordRoutes(FIGURE, FigureQueries, FiguresService) {}
