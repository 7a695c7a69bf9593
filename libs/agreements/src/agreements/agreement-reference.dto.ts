import { ReferenceView } from '#platform';
import type { AgreementStatus } from './agreement.rules.js';

/** An agreement that is referred to, with when it was signed and where it stands. */
export class AgreementReferenceView extends ReferenceView {
  /**
   * Where it stands.
   * @example "signed"
   */
  status: AgreementStatus;

  /**
   * When it was signed, as far as that is known.
   * @example "2017-11"
   */
  signed: string | null;
}
