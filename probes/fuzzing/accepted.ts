import type { Client } from '../traffic/client.js';
import { type Keys, valueAt, without } from './places.js';

const ROUNDS = 60;

type Body = Record<string, unknown>;

interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Where a body goes. */
export interface Target {
  readonly method: string;
  readonly path: string;
  /** Fields that cannot be left out. */
  readonly required: readonly string[];
}

/** The fullest body that a route takes, or the last one tried, and how that was answered. */
export interface Accepted {
  readonly body: unknown;
  readonly status: number;
}

/** Finds a body that is accepted: what is refused is left out, what is missed is put in. */
export async function findAccepted(client: Client, target: Target, full: Body): Promise<Accepted> {
  const shaping = new Shaping(full, new Set(target.required));
  for (let round = 0; ; round++) {
    const { method, path } = target;
    const sent = { body: shaping.body, headers: { 'if-match': '*' } };
    const { status, json } = await client.json<{ errors?: Fault[] }>(method, path, sent);
    if (status < 300 || round === ROUNDS || !shaping.learn(json?.errors ?? []))
      return { body: shaping.body, status };
  }
}

class Shaping {
  private readonly tried = new Set<string>();

  constructor(
    private readonly full: Body,
    private readonly kept: Set<string>,
    public body: Body = full,
  ) {}

  /** Changes the body by what is said of it; tells whether there was anything to change. */
  learn(errors: readonly Fault[]): boolean {
    const groups = new Set<string>();
    const deepestFirst = errors
      .filter(({ pointer }) => pointer?.startsWith('/'))
      .sort((a, b) => (a.pointer < b.pointer ? 1 : -1));
    const changed = deepestFirst.map((fault) => this.follow(fault, groups));
    return changed.some(Boolean) || this.leaveOut(Object.keys(this.body).find((key) => !this.kept.has(key)));
  }

  private follow({ pointer, code, detail }: Fault, groups: Set<string>): boolean {
    const keys = keysOf(pointer);
    const there = valueAt(this.body, keys) !== undefined;
    // Of several of which one is wanted, the first stays.
    if (code === 'one-of' && (this.kept.has(keys.join('/')) || !groups.has(detail))) {
      groups.add(detail);
      this.kept.add(keys.join('/'));
      return !there && this.putIn(keys);
    }
    if (!there) return this.putIn(keys);
    if (this.kept.has(keys.join('/'))) return false;
    this.body = without(this.body, keys) as Body;
    return true;
  }

  private putIn(keys: Keys): boolean {
    const [key, ...deeper] = keys as string[];
    if (deeper.length > 0 || this.full[key!] === undefined || this.tried.has(key!)) return false;
    this.tried.add(key!);
    this.body = { ...this.body, [key!]: this.full[key!] };
    return true;
  }

  private leaveOut(key: string | undefined): boolean {
    if (key === undefined) return false;
    this.body = without(this.body, [key]) as Body;
    return true;
  }
}

function keysOf(pointer: string): Keys {
  const parts = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
