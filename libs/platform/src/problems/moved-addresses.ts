import type { Caller } from '../caller.js';

/** Tells where records are that became another: which ones, is known above. */
export abstract class MovedAddresses {
  /** The address that leads to what an address led to before, as far as the caller may see it. */
  abstract locate(url: string, caller: Caller): Promise<string | undefined>;
}
