import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { type FieldError, assertValid, invalid } from '#refusals';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import { fieldErrors } from './field-errors.js';
import { withoutForeign } from './foreign-parameters.js';
import { inspectJson } from './inspect-json.js';
import { rememberRules } from './remember-rules.js';

rememberRules();

/** Bodies as they came, with the input they were accepted as: a failed reference is looked up in it. */
export const acceptedInputs = new WeakMap<object, object>();

/** Turns a body or a query into the class that the route declares, or refuses it naming every bad field. */
@Injectable()
export class InputPipe implements PipeTransform {
  async transform(given: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object) return given;
    if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid([wrongBody]);
    const value = withoutForeign(metatype, given);
    const { input, faults } = await judgeInput(metatype as Type<object>, value);
    if (type === 'query') assertValid(inQuery(faults, repeated(metatype, value)));
    else assertValid(faults);
    acceptedInputs.set(value, input);
    return input;
  }
}

/** Makes plain data into the class of an input, and finds every field of it that cannot be accepted. */
export async function judgeInput<T extends object>(
  metatype: Type<T>,
  value: object,
): Promise<{ readonly input: T; readonly faults: FieldError[] }> {
  const hostile = inspectJson(value);
  if (hostile.some(({ code }) => code !== 'nul-character' && code !== 'lone-surrogate'))
    return { input: value as T, faults: hostile };
  const judged = hostile.length > 0 ? wellFormed(value) : value;
  const input = plainToInstance(metatype, judged);
  const errors = await validate(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  const others = fieldErrors(errors).filter(({ pointer }) => !hostile.some((one) => one.pointer === pointer));
  return { input, faults: [...hostile, ...others] };
}

/** A body whose texts every rule can read: some fail over half of a character, which is told beside what they find. */
function wellFormed(body: object): object {
  const readable = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed() : value;
  return JSON.parse(JSON.stringify(body), readable) as object;
}

const wrongBody: FieldError = { pointer: '', detail: 'The body must be a JSON object.', code: 'object' };

/** The parameters that are given more than once, though they take one value. */
function repeated(query: Function, value: object): FieldError[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(query, '', false, false);
  const takesOne = (name: string): boolean =>
    rules.some(({ propertyName }) => propertyName === name) &&
    !rules.some(({ propertyName, each }) => propertyName === name && each);
  const names = Object.entries(value).flatMap(([name, given]) => (Array.isArray(given) ? [name] : []));
  return names.filter(takesOne).map((name) => ({
    pointer: `?${name}`,
    detail: 'is given more than once; it takes one value.',
    code: 'given-twice',
  }));
}

function inQuery(faults: readonly FieldError[], twice: readonly FieldError[]): FieldError[] {
  const others = faults
    .map(asParameter)
    .filter(({ pointer }) => !twice.some((one) => pointer.split('/')[0] === one.pointer));
  return [...others, ...twice];
}

function asParameter(error: FieldError): FieldError {
  return {
    ...error,
    pointer: error.pointer.replace(/^\//, '?'),
    detail: error.detail.replace('no field', 'no parameter'),
  };
}
