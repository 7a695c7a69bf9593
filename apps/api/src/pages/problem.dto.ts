import { ApiProperty } from '@nestjs/swagger';

/** A kind of problem, in short. */
export class ProblemKindItem {
  /**
   * The stable code that answers carry.
   * @example "place.circle"
   */
  code: string;

  /**
   * The HTTP status that it is usually answered with.
   * @example 409
   */
  status: number;

  /**
   * What happened.
   * @example "The place would lie in itself"
   */
  title: string;
}

/** Every kind of problem, by its code. */
export class ProblemKindList {
  /** The kinds of problems. */
  items: ProblemKindItem[];
}

/** A kind of problem: what happened, why, and what helps. */
export class ProblemKindView extends ProblemKindItem {
  /**
   * Why this is refused, or fails.
   * @example "Records that stand above each other, or follow each other, have a first one. With this one they would go round in a circle."
   */
  why: string;

  /**
   * What helps.
   * @example "Choose another record, or first take out the step that leads back to where it began."
   */
  help: string;

  /** What an answer with this problem looks like. */
  @ApiProperty({ allOf: [{ $ref: '#/components/schemas/Problem' }] })
  example: object;
}
