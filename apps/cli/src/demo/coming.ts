/** Where what is coming takes place: hours are those of its clocks. */
const ZONE = 'Europe/Rome';

const RELATIVE = /\btoday([+-]\d+)?(?:T(\d\d:\d\d))?\b/g;

/**
 * Puts the days of a calendar in the place of `today`, `today+3` and `today-2`, and instants in that of `today+3T10:00`.
 * @param today such as `2026-11-22`
 */
export function dated(text: string, today: string): string {
  return text.replace(RELATIVE, (_, days: string | undefined, time: string | undefined) => {
    const day = Temporal.PlainDate.from(today).add({ days: Number(days ?? 0) });
    if (!time) return day.toString();
    const at = day.toZonedDateTime({ timeZone: ZONE, plainTime: time });
    return at.toString({ timeZoneName: 'never' });
  });
}
