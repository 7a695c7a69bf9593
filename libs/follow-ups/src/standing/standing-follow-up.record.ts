import { recordKind } from '#records';
import { StandingFollowUp } from './standing-follow-up.entity.js';
import {
  CreateStandingFollowUp,
  PatchStandingFollowUp,
  StandingFollowUpPage,
  StandingFollowUpQuery,
  StandingFollowUpView,
} from './standing-follow-ups.dto.js';

/** What the office does after every visit. */
export const STANDING_FOLLOW_UP = recordKind({
  name: 'standing follow-up',
  entity: StandingFollowUp,
  path: 'standing-follow-ups',
  tag: 'Follow-ups',
  area: 'follow-ups',
  says: {
    list: 'Lists what the office does after every visit.',
    create: 'Records what is to be done after every visit.',
    patch: 'Changes a standing follow-up; what was proposed before stays as it is.',
    archive: 'Archives a standing follow-up: it is proposed no more.',
  },
  create: CreateStandingFollowUp,
  patch: PatchStandingFollowUp,
  query: StandingFollowUpQuery,
  view: StandingFollowUpView,
  page: StandingFollowUpPage,
});
