import { declareParts } from '#platform';

// What came out of something, and what is to be done about it, goes where that goes.
declareParts('events', {
  outcomes: ['outcomes', 'concerned_event_id'],
  followUps: ['follow_ups', 'concerned_event_id'],
});
declareParts('agenda_items', {
  outcomes: ['outcomes', 'agenda_item_id'],
  followUps: ['follow_ups', 'agenda_item_id'],
});
declareParts('agreements', {
  outcomes: ['outcomes', 'agreement_id'],
  followUps: ['follow_ups', 'concerned_agreement_id'],
});
declareParts('agreement_obligations', { followUps: ['follow_ups', 'obligation_id'] });
declareParts('outcomes', { followUps: ['follow_ups', 'outcome_id'] });
