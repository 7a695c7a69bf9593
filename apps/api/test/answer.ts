/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as it was parsed, else nothing. */
  readonly body: any;
  readonly text: string;
}

/** Whether a calendar is at an address: its last segment is the name of a file. */
export function isCalendar(path: string): boolean {
  return /\.(?:ics|jcal\.json|jscalendar\.json)$/.test(path);
}

export type Headers = Readonly<Record<string, string>>;
export type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

/** A record that a test made. */
export type Recorded = any;
