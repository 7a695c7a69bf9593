import type { Type } from '@nestjs/common';

/** What the documentation knows of a property. */
interface Documented {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly anyOf?: readonly object[];
}

const FACTORY = '_OPENAPI_METADATA_FACTORY';

/** A class with what the compiler has noted of its properties for the documentation. */
type Described = { readonly [FACTORY]?: () => Readonly<Record<string, Documented>> };

/** What the documentation knows of the properties of a class, inherited ones too. */
export function documentedProperties(type: Type<object>): ReadonlyMap<string, Documented> {
  const known = new Map<string, Documented>();
  for (const ancestor of ancestorsOf(type).toReversed()) {
    for (const [name, { type: noted }] of Object.entries(notesOf(ancestor)))
      known.set(name, { type: given(noted) });
    for (const name of decorated(ancestor))
      known.set(name, { ...known.get(name), ...detailsOf(ancestor, name) });
  }
  return known;
}

/** Whether a property takes text. */
export function takesText({ type, isArray }: Documented = {}): boolean {
  return !isArray && (type === String || type === 'string');
}

/** Whether a property takes whatever JSON can say. */
export function takesAnything({ anyOf }: Documented = {}): boolean {
  return anyOf !== undefined;
}

function notesOf(type: Function): Readonly<Record<string, Documented>> {
  const factory = Object.hasOwn(type, FACTORY) ? (type as unknown as Described)[FACTORY] : undefined;
  return factory?.() ?? {};
}

/** Types that are declared later are given by a function, which unlike a class is no constructor. */
function given(type: unknown): unknown {
  return typeof type === 'function' && !type.prototype ? (type as () => unknown)() : type;
}

function decorated(type: Function): string[] {
  const names = Reflect.getOwnMetadata('swagger/apiModelPropertiesArray', type.prototype as object) as
    string[] | undefined;
  return (names ?? []).map((name) => name.slice(1));
}

function detailsOf(type: Function, name: string): Documented {
  const known = Reflect.getMetadata(
    'swagger/apiModelProperties',
    type.prototype as object,
    name,
  ) as Documented;
  const { type: own, isArray, anyOf } = known ?? {};
  return {
    ...(own ? { type: given(own) } : {}),
    ...(isArray === undefined ? {} : { isArray }),
    ...(anyOf ? { anyOf } : {}),
  };
}

function ancestorsOf(type: Function): Function[] {
  const parent = Object.getPrototypeOf(type) as Function | null;
  return parent?.name ? [type, ...ancestorsOf(parent)] : [type];
}
