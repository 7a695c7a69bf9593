/** Answers after which nobody expects those who gave them any more: of participants, and of members of a delegation. */
export const AWAY = ['declined', 'withdrawn', 'replaced', 'absent'] as const;

/** Whether somebody who was asked is still expected, by the answer or status; SQL has the same rule in `#records`. */
export function isExpected(answer: string): boolean {
  return !(AWAY as readonly string[]).includes(answer);
}
