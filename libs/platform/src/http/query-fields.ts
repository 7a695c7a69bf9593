import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsWhole } from './fields.js';

/** Yes or no in the query of an address: `true` or `false`. */
export function IsYesOrNo(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: 'must be true or false' }),
  );
}

/** May be left out of a query, or stand in it several times: a list, also of one. */
export function MayRepeat(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Transform(({ value }): unknown => (Array.isArray(value) ? value : [value])),
  );
}

/** How many records to answer, 1 to 200. */
export function IsPageSize(): PropertyDecorator {
  return applyDecorators(
    // `Number` would take 0x5 and 1e2 as well.
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    IsWhole(1, 200),
  );
}
