import type { CapturedRead } from './capture.js';

/** What the baseline is told at its start: where to listen, and the statements of the product. */
export interface BaselinePlan {
  readonly port: number;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly publicUrl: string;
  readonly actorId: string;
  readonly reads: Readonly<Record<string, CapturedRead>>;
  readonly oneVisit: CapturedRead;
  readonly oneAgreement: CapturedRead;
}
