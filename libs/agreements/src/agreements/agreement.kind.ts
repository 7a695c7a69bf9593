import { Agreement } from './agreement.entity.js';
import { CreateAgreement } from './agreements.dto.js';

/** An agreement as its writers know it. */
export const AGREEMENT = { entity: Agreement, name: 'agreement', input: CreateAgreement };
