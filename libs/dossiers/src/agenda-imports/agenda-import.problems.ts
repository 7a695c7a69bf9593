import { defineProblems } from '#refusals';

/** What the import of a calendar into an agenda can be refused for. */
export const AGENDA_IMPORT_PROBLEMS = defineProblems({
  'agenda-import.unreadable': [
    'contradictory',
    'The file cannot be read as a calendar',
    'The file is no iCalendar, holds no events, or holds more of them than are read at once.',
    'Export the calendar again as `.ics`, with the days of the event alone, and send that file.',
  ],
  'agenda-import.outdated': [
    'conflict',
    'What the import would do has changed since it was planned',
    'The agenda or the file is another one than when the plan was made, so that something else would be written.',
    'Send the file again, see what the plan says now, and apply that.',
  ],
});
