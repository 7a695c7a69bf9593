import { setImmediate as othersAreServed } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Caller, Database } from '#platform';
import { Desks } from '#records';
import { Refusal } from '#refusals';
import { Bindings } from './bindings.js';
import { DossierImport } from './dossier-import.js';
import { inPortions } from './dossier-stream.js';
import { isKey, keyOf } from './entries.js';
import { MOST_FAULTS, refuse } from './faults.js';
import type { ImportPlan } from './import-plan.js';
import { type Going, type ImportOffice, type ImportOptions, ImportRun } from './import-run.js';
import { Outline } from './outline.js';
import type { ImportPlanView } from './plan.dto.js';
import { Resolver } from './resolution.js';
import { type Dossiers, MEANWHILE, type WrittenDossier } from './written-dossier.js';

/** Whether an entry is refused, and not a file that cannot be read, or everything for a while. */
function isOfEntry(error: unknown): boolean {
  return error instanceof Refusal && error.kind !== 'unavailable' && error.code !== 'dossier.unreadable';
}

/** Imports dossiers: all that are given at once, or nothing. */
@Injectable()
export class DossierImports implements ImportOffice {
  constructor(
    private readonly database: Database,
    readonly outline: Outline,
    readonly resolver: Resolver,
    readonly bindings: Bindings,
    readonly desks: Desks,
  ) {}

  /**
   * Imports dossiers in one transaction.
   * @param dossiers gone through once, and once more where an entry is refused
   * @returns what became of each entry
   * @throws Refusal `dossier.invalid`, with every fault by line and path
   */
  import(
    dossiers: Dossiers,
    caller: Caller,
    options: ImportOptions & { readonly dryRun?: boolean } = {},
  ): Promise<ImportPlanView> {
    const { dryRun = false } = options;
    return this.database.enclose(async (tx) => {
      // One import after the other: two that name the same record would each create it.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('dossiers', 0))`);
      await tx.query('savepoint dossiers');
      const plan = await this.runTwiceIfNeeded(dossiers, { tx, caller, options });
      if (plan.faults.length > 0) throw refuse(plan.faults);
      if (dryRun) await tx.query('rollback to savepoint dossiers');
      return plan.describe(dryRun);
    });
  }

  /** Most imports are refused nothing, and spare what it costs that each entry can be undone. */
  private async runTwiceIfNeeded(dossiers: Dossiers, going: Omit<Going, 'isCareful'>): Promise<ImportPlan> {
    try {
      return await this.runThrough(dossiers, { ...going, isCareful: false });
    } catch (error) {
      if (!isOfEntry(error)) throw error;
      await going.tx.query('rollback to savepoint dossiers');
      return this.runThrough(dossiers, { ...going, isCareful: true });
    }
  }

  private async runThrough(dossiers: Dossiers, going: Going): Promise<ImportPlan> {
    const run = new ImportRun(this, going);
    for (const portion of inPortions(dossiers)) {
      if (run.plan.faults.length >= MOST_FAULTS) break;
      if (portion === MEANWHILE) await othersAreServed();
      else await this.importPortion(run, portion);
    }
    return run.plan;
  }

  private async importPortion(run: ImportRun, portion: readonly WrittenDossier[]): Promise<void> {
    const known = await this.bindings.of(portion.map(keyOf).filter(isKey), run.going.caller);
    for (const written of portion)
      await new DossierImport(run, written).import(known.get(keyOf(written)) ?? new Map());
    await run.settle();
  }
}
