export {
  followUpsConcerning,
  isOverdue as isFollowUpOverdue,
  unfinishedMandatory,
} from './follow-ups/follow-ups.fragments.js';
export { FollowUpsModule } from './follow-ups.module.js';
export { outcomesConcerning } from './outcomes/outcomes.fragments.js';
import './parts.js';
export { StandingFollowUpWriter } from './standing/standing-follow-up.writer.js';
