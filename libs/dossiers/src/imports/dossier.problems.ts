import { defineProblems } from '#refusals';

/** What a dossier can be refused for. */
export const DOSSIER_PROBLEMS = defineProblems({
  'dossier.unreadable': ['invalid', 'The file cannot be read as a dossier'],
  'contacts.too-many': ['conflict', 'There are too many contacts for one file'],
  'dossier.invalid': ['invalid', 'The dossier has entries that cannot be accepted'],
});
