/** A request to move a record to another status. */
export interface Move {
  readonly to: string;
  readonly reason?: string | null;
  readonly effectiveOn?: string | null;
  /** Where the order leads in the end, on a step before that. */
  readonly onwardTo?: string;
  /** The id of its step in the status history, where several steps are in one order. */
  readonly stepId?: string;
}
