import { Inject, Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '#identity';
import { CONFIG, type Caller, type Config, Database, type Transaction, keepErased } from '#platform';
import { Refusal, invalid } from '#refusals';
import type { ErasePerson, ErasurePreview } from './erasure.dto.js';
import { ERASURE_PROBLEMS } from './erasure.rules.js';
import { ErasureQueries } from './erasures.queries.js';
import { ErasureWriter } from './erasure.writer.js';
import type { Redaction } from './mention.rules.js';

/** Erases people. */
@Injectable()
export class Erasures {
  private readonly logger = new Logger('Erasures');

  constructor(
    private readonly database: Database,
    private readonly erasures: ErasureQueries,
    private readonly writer: ErasureWriter,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What erasing a person would take away, and what would have to be decided.
   * @throws Refusal `record.unknown`; `erasure.partial-sight`
   */
  async preview(id: string, caller: Caller): Promise<ErasurePreview> {
    assertSeesAll(caller);
    const told = await this.erasures.preview(id, caller);
    await this.audit.record({
      action: 'personal-data.previewed',
      caller,
      subjectKind: 'person',
      subjectId: id,
    });
    return told;
  }

  /**
   * Erases a person: they become a pseudonym everywhere.
   * @throws Refusal `erasure.undecided` with what is not decided; `erasure.erased`
   */
  async erase(id: string, decided: ErasePerson, caller: Caller): Promise<ErasurePreview> {
    assertSeesAll(caller);
    const erased = await this.database.transaction(async (tx) => {
      const redactions = await this.redactionsFor(tx, id, decided, caller);
      await this.writer.erase(tx, id, decided, redactions, caller);
      return this.erasures.preview(id, caller, tx);
    });
    await this.keepBesideBackups(caller);
    return erased;
  }

  /**
   * Finds out whether a person could be erased as it is decided, and changes nothing.
   * @throws Refusal as `erase` does
   */
  async assertErasable(id: string, decided: ErasePerson, caller: Caller): Promise<void> {
    assertSeesAll(caller);
    await this.database.transaction(async (tx) => void (await this.redactionsFor(tx, id, decided, caller)));
  }

  private async redactionsFor(
    tx: Transaction,
    id: string,
    { reason, keep = [], redact = [] }: ErasePerson,
    caller: Caller,
  ): Promise<Redaction[]> {
    if (await this.erasures.isErased(id, caller, tx)) throw erasedBefore();
    const reasons = [reason, ...keep.map((one) => one.reason)];
    if (await this.erasures.isNamedIn(id, reasons, caller, tx)) throw namedInReason();
    return this.erasures.redactionsBy(id, { keep, redact }, caller, tx);
  }

  /** What could not be written there is written with the next erasure, or the next backup. */
  private async keepBesideBackups(caller: Caller): Promise<void> {
    try {
      await keepErased(this.config.backupFolder, await this.erasures.all(caller));
    } catch (error) {
      this.logger.error(
        `Those who were erased could not be noted beside the backups: ${(error as Error).message}`,
      );
    }
  }
}

/** What may not be seen could hold the name. */
function assertSeesAll({ scopes }: Caller): void {
  if (!scopes.includes('confidential:read'))
    throw new Refusal(
      ERASURE_PROBLEMS['erasure.partial-sight'],
      'A person is erased from every record, also from confidential ones: this needs a token with the scope “confidential:read”, too.',
    );
}

function erasedBefore(): Refusal {
  return new Refusal(
    ERASURE_PROBLEMS['erasure.erased'],
    'This person was erased before; nothing is left to erase.',
  );
}

function namedInReason(): Refusal {
  const detail = 'A reason must not name the person: it is kept.';
  return invalid([{ pointer: '/reason', detail, code: 'names-person' }]);
}
