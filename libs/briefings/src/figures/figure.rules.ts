import type { FieldError } from '#refusals';

export const FIGURE_KINDS = ['indicator', 'target'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** What only the one kind has: an indicator has been measured, a target is to be reached. */
const OF_THE_OTHER = {
  indicator: [['due'], 'An indicator is not due; say as of when it holds.', 'not-of-indicator'],
  target: [
    ['rank', 'among', 'asOf', 'yearsRunning'],
    'A target is a quantity that is to be reached; only an indicator ranks, and holds as of some time.',
    'not-of-target',
  ],
} as const;

type Said = 'quantity' | 'rank' | 'among' | 'asOf' | 'yearsRunning' | 'due';

/** A figure as far as its rules look at it. */
export type FigureFacts = { readonly kind: FigureKind } & { readonly [field in Said]?: unknown };

/** Finds what keeps a figure from being an indicator, or a target. */
export function figureErrors(figure: FigureFacts): FieldError[] {
  const [fields, detail, code] = OF_THE_OTHER[figure.kind];
  return [
    ...amountErrors(figure),
    ...fields
      .filter((field) => isGiven(figure[field]))
      .map((field) => ({ pointer: `/${field}`, detail, code })),
  ];
}

function amountErrors({ kind, quantity, rank, among }: FigureFacts): FieldError[] {
  if (kind === 'target')
    return isGiven(quantity) ? [] : [fault('/quantity', 'Give the quantity that is to be reached.')];
  if (!isGiven(quantity) && !isGiven(rank))
    return [fault('', 'An indicator has a quantity, a rank or both.')];
  return isGiven(among) && !isGiven(rank) ? [fault('/among', 'Give the rank among these as well.')] : [];
}

function isGiven(value: unknown): boolean {
  return (value ?? null) !== null;
}

function fault(pointer: string, detail: string): FieldError {
  return { pointer, detail, code: 'no-amount' };
}
