import { defineProblems } from '#refusals';

/** What a dossier can be refused for. */
export const DOSSIER_PROBLEMS = defineProblems({
  'dossier.unreadable': [
    'invalid',
    'The file cannot be read as a dossier',
    'The file is not of a form that can be taken over, or breaks off.',
    '`errors` says in which line reading ended. `/schemas/dossier.json` describes dossiers; sheets, address books and calendars are taken over as well.',
  ],
  'contacts.too-many': [
    'conflict',
    'There are too many contacts for one file',
    'Address books do not take files of any length.',
    'Take the contacts of each delegation, or of each person, by themselves.',
  ],
  'dossier.invalid': [
    'invalid',
    'The dossier has entries that cannot be accepted',
    'Some entries cannot be recorded as they stand. A dossier is taken over as a whole or not at all, so nothing was recorded.',
    '`errors` names every fault with its line or cell: mend the file, and try it with `dry-run=true` first.',
  ],
});
