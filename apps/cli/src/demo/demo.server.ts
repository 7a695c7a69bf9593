import type { Type } from '@nestjs/common';

/** A server that the demo is loaded into. */
export interface DemoServer {
  readonly url: string;
  /** Gives what it is made of, such as `Tokens`. */
  get<T>(type: Type<T>): T;
}
