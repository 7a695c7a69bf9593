import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { AGREEMENT } from './agreement.record.js';
import { AgreementQueries } from './agreements.queries.js';
import { AgreementsService } from './agreements.service.js';

@Controller(AGREEMENT.address)
export class AgreementsController extends RecordRoutes(AGREEMENT, AgreementQueries, AgreementsService) {}
