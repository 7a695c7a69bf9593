import { RECORD_PROBLEMS, Refusal } from '#refusals';

interface Classified {
  readonly visibility?: string;
  readonly visibleTo?: object;
  readonly responsibleId?: string | null;
}

/**
 * A partner edits what names its organizations, but never who may see it.
 * @param usual what may be said of it all the same
 * @throws Refusal `record.visibility-fixed`
 */
export function assertMayClassify(
  row: object,
  { role }: { readonly role: string | null },
  usual: Classified = {},
): void {
  const said = row as Classified;
  // Whoever is responsible sees what is confidential.
  const fields = ['visibility', 'visibleTo', 'responsibleId'] as const;
  const isSaid = fields.some((field) => said[field] !== undefined && said[field] !== usual[field]);
  if (role !== 'partner' || !isSaid) return;
  throw new Refusal(
    RECORD_PROBLEMS['record.visibility-fixed'],
    'Who may see a record is for the office to say, not for its partners.',
  );
}
