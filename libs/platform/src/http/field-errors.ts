import type { FieldCode, FieldError } from '#refusals';
import { type Fault, quantityProblems, textProblems } from '#vocabulary';
import type { ValidationError } from 'class-validator';

/** Constraints that know which member of their value is at fault. */
const faultsOf: Readonly<Record<string, (value: unknown) => Fault[]>> = {
  isText: textProblems,
  isQuantity: quantityProblems,
};

/** Turns what class-validator found into one entry per field at fault. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    return [...ownErrors(error, pointer), ...fieldErrors(error.children ?? [], pointer)];
  });
}

function ownErrors(error: ValidationError, pointer: string): FieldError[] {
  return Object.entries(error.constraints ?? {}).flatMap(([constraint, message]) => {
    const faults = faultsOf[constraint]?.(error.value) ?? [];
    const code = codeOfRule(constraint);
    if (faults.length > 0)
      return faults.map(({ key, detail }) => ({
        pointer: key ? `${pointer}/${escapePointer(key)}` : pointer,
        detail,
        code,
      }));
    return [
      {
        pointer,
        detail:
          constraint === 'whitelistValidation'
            ? `There is no field ${error.property} here.`
            : sentence(message),
        code,
      },
    ];
  });
}

/** Escapes one token of a JSON pointer (RFC 6901). */
export function escapePointer(token: string): string {
  return token.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** The code of a rule of class-validator, by the name that it has there; a check holds that every rule in use has one. */
export function codeOfRule(name: string): FieldCode {
  if (name === 'whitelistValidation') return 'unknown-field';
  const code = name
    .replace(/^is(?=[A-Z])/, '')
    .replace(/[A-Z]/g, (letter, at) => `${at ? '-' : ''}${letter.toLowerCase()}`);
  return code as FieldCode;
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
