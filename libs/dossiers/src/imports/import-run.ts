import type { Caller, Transaction } from '#platform';
import type { Desks } from '#records';
import type { Bindings, Remembered } from './bindings.js';
import type { ImportOptions } from './dossier-import.js';
import { ImportPlan } from './import-plan.js';
import type { Outline } from './outline.js';
import type { Resolver } from './resolution.js';
import { Together } from './together.js';

/** What imports are done with. */
export interface ImportOffice {
  readonly outline: Outline;
  readonly resolver: Resolver;
  readonly bindings: Bindings;
  readonly desks: Desks;
}

/** How an import is run. */
export interface Going {
  readonly tx: Transaction;
  readonly caller: Caller;
  readonly options: ImportOptions;
  /** Whether each entry can be undone, so that all that are refused are told; otherwise the first one ends it. */
  readonly isCareful: boolean;
}

/** One run through the dossiers of an import, and what it has found out and done so far. */
export class ImportRun {
  readonly plan = new ImportPlan();
  readonly remembered: Remembered[] = [];
  readonly together: Together;

  constructor(
    readonly office: ImportOffice,
    readonly going: Going,
  ) {
    this.together = new Together(office.desks, going.caller);
  }

  /** Writes what waits to be written, so that it can be read. */
  async settle(): Promise<void> {
    await this.together.finish();
    await this.office.bindings.remember(this.going.tx, this.remembered.splice(0));
  }
}
