import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { AGREEMENT_LINK } from './agreement-link.record.js';
import { AgreementLinkQueries } from './agreement-links.queries.js';
import { AgreementLinksService } from './agreement-links.service.js';

@Controller(AGREEMENT_LINK.address)
export class AgreementLinksController extends RecordRoutes(
  AGREEMENT_LINK,
  AgreementLinkQueries,
  AgreementLinksService,
) {}
