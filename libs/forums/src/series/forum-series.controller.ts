import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { ForumSeriesQueries } from './forum-series.queries.js';
import { FORUM_SERIES } from './forum-series.record.js';
import { ForumSeriesService } from './forum-series.service.js';

@Controller(FORUM_SERIES.address)
export class ForumSeriesController extends RecordRoutes(
  FORUM_SERIES,
  ForumSeriesQueries,
  ForumSeriesService,
) {}
