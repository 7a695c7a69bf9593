// What is here is sent to the browser as it is written: each function knows nothing else of this file.

interface Items {
  has(key: string): boolean;
  forEach(visit: (item: Items, key: string) => void): void;
}

/** Swagger UI, as far as it is used here. */
export interface SwaggerUi {
  readonly layoutActions: { show(thing: string[], is: boolean): void };
  readonly specActions: {
    updateJsonSpec(document: object): void;
    changeParam(operation: string[], name: string, where: 'header' | 'path', value: string): void;
  };
  readonly specSelectors: { specStr(): string; specJson(): { get(name: 'paths'): Items | undefined } };
  readonly fn: { readonly resolveSubtree: Resolve };
}

type Resolve = (document: Described, path: string[], options: object) => Promise<object>;

interface Described {
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

interface Answered {
  readonly url: string;
  readonly ok: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Opens the groups that people work with every day. */
export function openDailyWork(): void {
  const { ui } = globalThis as unknown as { ui: SwaggerUi };
  for (const group of ['Visits', 'Follow-ups', 'Calendars'])
    ui.layoutActions.show(['operations-tag', group], true);
}

/** Puts the tag of what was read or changed, and its ids, where the changes of the same address ask for them. */
export function showTag(answer: Answered): Answered {
  const { ui } = globalThis as unknown as { ui?: SwaggerUi };
  const tag = answer.headers?.['etag'];
  if (!ui || !tag || !answer.ok) return answer;
  const { pathname } = new URL(answer.url);
  ui.specSelectors
    .specJson()
    .get('paths')
    ?.forEach((methods, path) => {
      const address = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[0-9a-f-]{36})')}$`).exec(pathname);
      for (const method of address ? ['patch', 'put', 'delete'] : []) {
        if (!methods.has(method)) continue;
        ui.specActions.changeParam([path, method], 'If-Match', 'header', tag);
        for (const [name, id] of Object.entries(address!.groups ?? {}))
          ui.specActions.changeParam([path, method], name, 'path', id);
      }
    });
  return answer;
}

/** Reads the document as the JSON that it is, and lays out of operations only what is shown before they are opened. */
export function readOutline(): object {
  const outlineOf = (document: Described): object => {
    const { securitySchemes } = document.components;
    const paths: Record<string, Record<string, object>> = {};
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item)) {
        const shown = Object.entries(operation).filter(
          ([member]) => !['parameters', 'requestBody', 'responses'].includes(member),
        );
        (paths[path] ??= {})[method] = Object.fromEntries(shown);
      }
    return { ...document, components: { securitySchemes }, paths };
  };
  const parseToJson =
    (_readYaml: unknown, { specActions, specSelectors }: SwaggerUi) =>
    (text?: string): void => {
      const document = JSON.parse(text ?? specSelectors.specStr()) as Described;
      Object.assign(globalThis, { described: document });
      specActions.updateJsonSpec(outlineOf(document));
    };
  return { statePlugins: { spec: { wrapActions: { parseToJson } } } };
}

/** Of the document, that is resolved with an operation which it leads to. */
export function resolveLittle({ fn: { resolveSubtree: resolve } }: SwaggerUi): object {
  const resolveSubtree: Resolve = (_outline, path, options) => {
    const { described: document } = globalThis as unknown as { described: Described };
    const components: Record<string, Record<string, object>> = {};
    const keep = (thing: object): void =>
      void JSON.stringify(thing, (key, value: unknown) => {
        const [, kind, name] =
          (key === '$ref' && /^#\/components\/(\w+)\/([^/]+)$/.exec(String(value))) || [];
        if (kind && !components[kind]?.[name!]) {
          (components[kind] ??= {})[name!] = document.components[kind]![name!]!;
          keep(components[kind][name!]!);
        }
        return value;
      });
    const asked = path.reduce((outer: Record<string, never>, step) => outer[step]!, document as never);
    const subtree = path.reduceRight<object>((inner, step) => ({ [step]: inner }), asked);
    keep(subtree);
    return resolve({ openapi: '3.1.0', components, ...subtree } as never, path, options);
  };
  return { fn: { resolveSubtree } };
}

/** How Swagger UI is set up, whoever it is served by. */
export const PAGE = {
  docExpansion: 'none',
  validatorUrl: null,
  tryItOutEnabled: true,
  plugins: [readOutline, resolveLittle],
  onComplete: openDailyWork,
  responseInterceptor: showTag,
};
