export { BriefingsModule } from './briefings.module.js';
export { ENTRIES_BY_SUBJECT } from './entries/entries-by-subject.js';
export { entryReference } from './entries/entries.fragments.js';
export { ENTRY } from './entries/entry.record.js';
export { QUESTION_PROBLEMS } from './entries/question.rules.js';
export { type LockedQuestion, type QuestionAt, QuestionsWriter } from './entries/questions.writer.js';
