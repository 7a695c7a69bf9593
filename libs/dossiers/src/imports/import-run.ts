import type { Caller, Transaction } from '#platform';
import type { Desks } from '#records';
import type { Bindings, Remembered } from './bindings.js';
import { ImportPlan } from './import-plan.js';
import type { Outline } from './outline.js';
import type { Resolver } from './resolution.js';
import { Together } from './together.js';

/** How dossiers are imported. */
export interface ImportOptions {
  /** Whether a dossier may say which ids its records have. */
  readonly mayFixIds?: boolean;
  /** Whether what was recorded before with another id than the dossier says keeps it in silence. */
  readonly keepsOtherIds?: boolean;
  /** The records that entries were made of, by path. */
  readonly own?: ReadonlyMap<string, string>;
  /** Is told how many of the entries have been dealt with. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Cuts the import off: nothing of it is recorded. */
  readonly signal?: AbortSignal;
}

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
