/** Why a column of a sheet, or a sheet of a workbook, is not taken. */
export const UNTAKEN = ['numbering', 'protected', 'not-kept', 'empty', 'left-out', 'other-sheet'] as const;
export type WhyUntaken = (typeof UNTAKEN)[number];

/** What is told of it. */
export const UNTAKEN_DETAILS: Readonly<Record<WhyUntaken, string>> = {
  numbering: 'It numbers the rows, which says nothing of what they are about.',
  protected:
    'This is kept encrypted, apart from what lists show: record it in the protected profile of each person.',
  'not-kept': 'Corteo has no place for this, and what is not needed of people is better not kept.',
  empty: 'Nothing stands below its head.',
  'left-out': 'The mapping leaves it out.',
  'other-sheet': 'Only the first sheet of a workbook is read. Save this one on its own, and send it as well.',
};
