/** The shape of a duration in years, months and days (ISO 8601), none of them beyond what calendars hold. */
export const DURATION_PATTERN = '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,5}D)?$';

const SHAPE = new RegExp(DURATION_PATTERN);

/**
 * Reads a duration such as `P5Y`, `P1Y6M` or `P90D`.
 * @returns null for any other text, for weeks and times of day, and for one that lasts no time at all
 */
export function parseDuration(text: string): Temporal.Duration | null {
  if (!SHAPE.test(text)) return null;
  const duration = Temporal.Duration.from(text);
  return duration.blank ? null : duration;
}
