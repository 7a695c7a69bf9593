import { Injectable } from '@nestjs/common';
import { type Caller, Database } from '#platform';
import { Desks } from '#records';
import { Bindings } from './bindings.js';
import { DossierImport, type ImportOptions } from './dossier-import.js';
import { refuse } from './faults.js';
import { ImportPlan } from './import-plan.js';
import { Outline } from './outline.js';
import type { ImportPlanView } from './plan.dto.js';
import { Resolver } from './resolution.js';
import type { WrittenDossier } from './written-dossier.js';

/** Imports dossiers: all that are given at once, or nothing. */
@Injectable()
export class DossierImports {
  constructor(
    private readonly database: Database,
    readonly outline: Outline,
    readonly resolver: Resolver,
    readonly bindings: Bindings,
    readonly desks: Desks,
  ) {}

  /**
   * Imports dossiers in one transaction.
   * @returns what became of each entry
   * @throws Refusal `dossier.invalid`, with every fault by line and path
   */
  import(
    dossiers: readonly WrittenDossier[],
    caller: Caller,
    options: ImportOptions & { readonly dryRun?: boolean } = {},
  ): Promise<ImportPlanView> {
    const { dryRun = false } = options;
    return this.database.enclose(async (tx) => {
      // One import after the other: two that name the same record would each create it.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('dossiers', 0))`);
      await tx.query('savepoint dossiers');
      const plan = new ImportPlan();
      const going = { tx, plan, caller, options };
      for (const written of dossiers) await new DossierImport(this, written, going).run();
      if (plan.faults.length > 0) throw refuse(plan.faults);
      if (dryRun) await tx.query('rollback to savepoint dossiers');
      return plan.describe(dryRun);
    });
  }
}
