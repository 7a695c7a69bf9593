import { applyDecorators } from '@nestjs/common';
import { IdOf, IdsOf } from '#platform';
import { ValidateBy } from 'class-validator';
import { OFFICE } from './office-caller.js';

/** The id of somebody who acts in the office: anybody but Corteo itself. */
export function IdOfColleague(): PropertyDecorator {
  return applyDecorators(IdOf('actor'), isSomebody(false));
}

/** Ids of such, each once. */
export function IdsOfColleagues(): PropertyDecorator {
  return applyDecorators(IdsOf('actor'), isSomebody(true));
}

function isSomebody(each: boolean): PropertyDecorator {
  const message = 'must be an actor whom /v1/actors lists; Corteo itself is none of them';
  return ValidateBy(
    {
      name: 'isColleague',
      validator: { validate: (id) => id !== OFFICE.actor?.id, defaultMessage: () => message },
    },
    { each },
  );
}
