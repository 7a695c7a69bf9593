import { Outcome } from './outcome.entity.js';
import { CreateOutcome } from './outcomes.dto.js';

/** An outcome as its writers know it. */
export const OUTCOME = { entity: Outcome, name: 'outcome', input: CreateOutcome };
