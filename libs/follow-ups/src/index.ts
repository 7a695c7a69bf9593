export { EventFollowUpsWriter } from './follow-ups/event-follow-ups.writer.js';
export { FollowUpConcerns, OpenFollowUpConcerns } from './follow-ups/follow-up-concerns.js';
export { FollowUpItem, FollowUpOfEvent } from './follow-ups/follow-up-view.dto.js';
export { FOLLOW_UP_STATUSES } from './follow-ups/follow-up.rules.js';
export {
  followUpsOf,
  isOverdue as isFollowUpOverdue,
  unfinishedMandatory,
} from './follow-ups/follow-ups.fragments.js';
export { FollowUpsModule } from './follow-ups.module.js';
export { OutcomeConcerns } from './outcomes/outcome-concerns.js';
export { OutcomeItem, OutcomeOfEvent } from './outcomes/outcome-view.dto.js';
export { outcomesOf } from './outcomes/outcomes.fragments.js';
export { OUTCOME_STATUSES } from './outcomes/outcome.rules.js';
