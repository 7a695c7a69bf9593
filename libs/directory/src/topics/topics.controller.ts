import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { TOPIC } from './topic.record.js';
import { TopicQueries } from './topics.queries.js';
import { TopicsService } from './topics.service.js';

@Controller(TOPIC.address)
export class TopicsController extends RecordRoutes(TOPIC, TopicQueries, TopicsService) {}
