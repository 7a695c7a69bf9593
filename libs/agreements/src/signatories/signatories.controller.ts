import { Controller } from '@nestjs/common';
import { RecordRoutes } from '#records';
import { SignatoryQueries } from './signatories.queries.js';
import { SignatoriesService } from './signatories.service.js';
import { SIGNATORY } from './signatory.record.js';

@Controller(SIGNATORY.address)
export class SignatoriesController extends RecordRoutes(SIGNATORY, SignatoryQueries, SignatoriesService) {}
