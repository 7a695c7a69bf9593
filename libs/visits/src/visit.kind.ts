import { Visit } from './visit.entity.js';
import { CreateVisit } from './visits.dto.js';

/** A visit as its writers know it. */
export const VISIT = { entity: Visit, name: 'visit', input: CreateVisit };
