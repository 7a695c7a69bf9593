import type { RecordPart } from '#platform';
import { Outcome } from './outcome.entity.js';
import { CreateOutcome } from './outcomes.dto.js';

/** What goes where an outcome goes, when it is put away or brought back. */
const parts: readonly RecordPart[] = [{ table: 'follow_ups', column: 'outcome_id', name: 'followUps' }];

/** An outcome as its writers know it. */
export const OUTCOME = { entity: Outcome, name: 'outcome', input: CreateOutcome, parts };
