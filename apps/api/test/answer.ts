/** What the server said. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as it was parsed, else nothing. */
  readonly body: any;
  readonly text: string;
}

export type Headers = Readonly<Record<string, string>>;
export type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

/** A record that a test made. */
export type Recorded = any;
