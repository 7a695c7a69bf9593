/** Which agreement the address of a part names. */
export interface AgreementAt {
  readonly agreementId: string;
}
