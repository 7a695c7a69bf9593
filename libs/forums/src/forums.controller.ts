import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { FORUM } from './forum.record.js';
import { ForumQueries } from './forums.queries.js';
import { ForumsService } from './forums.service.js';

@Controller(FORUM.address)
export class ForumsController extends RecordRoutes(FORUM, ForumQueries, ForumsService) {}
