import { defineProblems } from '#refusals';

/** What the import of a calendar into an agenda can be refused for. */
export const AGENDA_IMPORT_PROBLEMS = defineProblems({
  'agenda-import.unreadable': ['contradictory', 'The file cannot be read as a calendar'],
  'agenda-import.outdated': ['conflict', 'What the import would do has changed since it was planned'],
});
