import type { FieldError } from '#refusals';

interface Input {
  readonly role: string;
  readonly organizationIds?: readonly string[];
}

/** Finds what is wrong with a token beside its single fields: whom a partner acts for. */
export function tokenErrors({ role, organizationIds = [] }: Input): FieldError[] {
  const errors: FieldError[] = [];
  const isPartner = role === 'partner';
  if (isPartner !== organizationIds.length > 0)
    errors.push({
      pointer: '/organizationIds',
      detail: isPartner
        ? 'A partner acts for one organization at least.'
        : `Only a partner acts for organizations; this is of the role ${role}.`,
      code: isPartner ? 'missing' : 'not-a-partner',
    });
  return errors;
}
