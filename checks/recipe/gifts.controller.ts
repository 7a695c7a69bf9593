import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { GIFT } from './gift.record.js';
import { GiftQueries } from './gifts.queries.js';
import { GiftsService } from './gifts.service.js';

@Controller(GIFT.address)
export class GiftsController extends RecordRoutes(GIFT, GiftQueries, GiftsService) {}
