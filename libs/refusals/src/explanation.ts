/** What an organizer is told of a problem, whatever record it is about. Names of fields and routes stand in backticks. */
export interface Explanation {
  readonly why: string;
  readonly help: string;
}

/** What a problem means of every kind of record, by how its code ends. */
const BY_ENDING = {
  circle: {
    why: 'Records that stand above each other, or follow each other, have a first one. With this one they would go round in a circle.',
    help: 'Choose another record, or first take out the step that leads back to where it began.',
  },
  twice: {
    why: 'This is recorded already, and would be shown and counted twice.',
    help: 'Look for the one that is there, and change that, if it should say something else.',
  },
  'to-itself': {
    why: 'A link says how two different records are connected.',
    help: 'Name another record at one end of the link.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** A code that ends in what is explained for every kind of record: `event.link-twice`. */
export type ExplainedCode = `${string}${keyof typeof BY_ENDING}`;

/** The explanation that belongs to the end of a code. */
export function explanationOf(code: ExplainedCode): Explanation {
  const ending = Object.keys(BY_ENDING).find((known) => code.endsWith(known));
  return BY_ENDING[ending as keyof typeof BY_ENDING];
}
