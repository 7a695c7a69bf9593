/** Answers after which nobody waits for who gave them: those of participants, and of members of a delegation. */
export const AWAY = ['declined', 'withdrawn', 'replaced', 'absent'] as const;

/** Whether who was asked is still expected, by the answer or status; SQL has the same rule in `#records`. */
export function isExpected(answer: string): boolean {
  return !(AWAY as readonly string[]).includes(answer);
}
