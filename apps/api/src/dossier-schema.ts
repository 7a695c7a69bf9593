import type { OpenAPIObject } from '@nestjs/swagger';
import type { DossierField, DossierFields, DossierSection } from '#dossiers';

type Schema = Readonly<Record<string, unknown>>;

const SCHEMAS = '#/components/schemas/';

/** The JSON Schema (2020-12) of a dossier, made of the inputs that the OpenAPI document describes. */
export class DossierSchema {
  private readonly definitions: Record<string, Schema> = {};

  constructor(
    private readonly document: OpenAPIObject,
    private readonly sections: ReadonlyMap<string, DossierSection>,
  ) {}

  /** The whole schema. */
  compose(): Schema {
    const sections = Object.fromEntries(
      [...this.sections].map(([name, section]) => [name, this.section(section)]),
    );
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: '/schemas/dossier.json',
      title: 'Dossier',
      description: 'A whole story in one file: records of every kind, referring to each other by local keys.',
      type: 'object',
      required: ['dossier'],
      properties: {
        $schema: { type: 'string' },
        dossier: { ...KEY, description: 'The key that its records are found again by.' },
        title: { type: 'string', description: 'What it tells, for people.' },
        ...sections,
      },
      additionalProperties: false,
      $defs: this.definitions,
    };
  }

  private section(section: DossierSection): Schema {
    const entry = this.entry(section);
    const byKey = { type: 'object', propertyNames: KEY, additionalProperties: entry };
    return { description: section.kind.says.list, anyOf: [byKey, { type: 'array', items: entry }, NOTHING] };
  }

  private entry(section: DossierSection): Schema {
    const { kind, fields, sections } = section;
    const name = kind.name.replaceAll(' ', '-');
    if (!this.definitions[name]) {
      // First, since records can be within records of their own kind.
      this.definitions[name] = {};
      const schema = this.schemaOf(kind.shapes.create.name);
      const within = [...sections].map(([own, inner]) => [own, this.section(inner)]);
      const needed = requiredOf(schema, fields);
      this.definitions[name] = {
        type: 'object',
        properties: {
          match: MATCH,
          id: ID,
          ...this.properties(schema, fields),
          ...Object.fromEntries(within),
        },
        additionalProperties: false,
        ...(needed.length > 0 ? { anyOf: [{ required: ['match'] }, { required: needed }] } : {}),
      };
    }
    return { $ref: `#/$defs/${name}` };
  }

  private properties(schema: Schema, fields: DossierFields): Schema {
    const known = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
    return Object.fromEntries(
      [...fields.values()].map((field) => [field.name, this.property(known[field.property] ?? {}, field)]),
    );
  }

  private property(schema: Schema, field: DossierField): Schema {
    const { description } = schema;
    if (field.refersTo) return { description, ...referenceTo(field) };
    const inner = field.inner && this.object(schema, field.inner());
    const held = inner ?? this.resolve(schema);
    // Numbers stand for how they are written.
    return { anyOf: [held, ...(field.isText ? [{ type: 'number' }] : []), NOTHING], description };
  }

  /** The schema of an object within a record, or of a list of such, whose references are keys as well. */
  private object(schema: Schema, fields: DossierFields): Schema {
    const items = schema.items as Schema | undefined;
    if (items) return { ...schema, items: this.object(items, fields) };
    const name = nameOf(schema);
    const known = name ? this.schemaOf(name) : schema;
    return {
      type: 'object',
      properties: this.properties(known, fields),
      required: requiredOf(known, fields),
      additionalProperties: false,
    };
  }

  /** A schema whose references lead into the definitions here. */
  private resolve(value: unknown): Schema {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one)) as unknown as Schema;
    if (typeof value !== 'object' || value === null) return value as Schema;
    const name = nameOf(value as Schema);
    if (name && !this.definitions[name]) {
      this.definitions[name] = {};
      this.definitions[name] = this.resolve(this.schemaOf(name));
    }
    const members = Object.entries(value).map(([key, held]) => [
      key,
      key === '$ref' ? `#/$defs/${name}` : this.resolve(held),
    ]);
    return Object.fromEntries(members) as Schema;
  }

  private schemaOf(name: string): Schema {
    return (this.document.components?.schemas?.[name] ?? {}) as Schema;
  }
}

const KEY: Schema = { type: 'string', pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_-]{0,99}$' };

const NOTHING: Schema = { type: 'null' };

const ID: Schema = {
  type: 'string',
  format: 'uuid',
  description: 'The id of what is recorded; on the command line, or with the scope `tokens:write`.',
};

const MATCH: Schema = {
  description:
    'The record that it is, where there is one already, by its key, else its id, else its name; it is recorded where there is none.',
  type: 'object',
  properties: {
    name: { type: 'string', description: 'One of its names.' },
    id: { type: 'string', format: 'uuid', description: 'Its id.' },
    key: { type: 'string', description: 'Its entry in another dossier: guiyang-naples-rome/places.naples.' },
  },
  additionalProperties: false,
  minProperties: 1,
};

function referenceTo({ refersTo, isList }: DossierField): Schema {
  if (refersTo === 'leg') return { type: ['integer', 'null'], minimum: 0 };
  const key = { type: ['string', 'number'] };
  return isList ? { type: ['array', 'null'], items: key } : { type: ['string', 'number', 'null'] };
}

/** What an entry must say; what it is about is said by where it stands, too. */
function requiredOf(schema: Schema, fields: DossierFields): string[] {
  const required = (schema.required ?? []) as readonly string[];
  return [...fields.values()]
    .filter(({ property, refersTo }) => required.includes(property) && refersTo !== 'any')
    .map(({ name }) => name);
}

/** The name of the schema that one refers to, alone or as the only one of `allOf`. */
function nameOf({ $ref, allOf }: Schema): string | null {
  const [first] = (allOf ?? []) as readonly Schema[];
  const reference = ($ref ?? first?.$ref) as string | undefined;
  return reference?.startsWith(SCHEMAS) ? reference.slice(SCHEMAS.length) : null;
}
