import { isDeepStrictEqual } from 'node:util';
import { mapSchema, type JsonSchema } from './json-schema.ts';

const PATH = '#/components/schemas/';

/**
 * Schemas by their titles. What has one stands here once, and a `$ref` to it wherever it is used; so a contract is named
 * where it is written, and nothing is told twice. What `x-includes` another has the fields of that by a `$ref`.
 */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  /**
   * The same schema with a reference for every part that has a title. What is included must have been referred to before.
   * @throws Error where two different schemas have the same title
   */
  refer(schema: JsonSchema): JsonSchema {
    return mapSchema(schema, (part) => {
      const { title, ...rest } = this.#withIncluded(part);
      return title === undefined ? rest : this.#refTo(title, rest);
    });
  }

  #refTo(title: string, part: JsonSchema): JsonSchema {
    // What is said of this use stays with it.
    const { default: preset, examples, ...named } = part;
    const known = (this.schemas[title] ??= named);
    const { description, ...rest } = named;
    const { description: general = description, ...same } = known;
    if (!isDeepStrictEqual(rest, same)) throw new Error(`Two schemas are called ${title}`);
    if (general !== undefined) known.description = general;
    return {
      $ref: PATH + title,
      ...(description !== undefined && description !== general && { description }),
      ...(preset !== undefined && { default: preset }),
      ...(examples !== undefined && { examples }),
    };
  }

  #withIncluded(part: JsonSchema): JsonSchema {
    const { 'x-includes': included, title, description, properties = {}, required, ...rest } = part;
    if (typeof included !== 'string') return part;
    const theirs = this.schemas[included]?.properties;
    if (!theirs) throw new Error(`${included} is not known yet`);
    const isOwn = (name: string) => !(name in theirs);
    const own = Object.entries(properties).filter(([name]) => isOwn(name));
    const nullable = Object.entries(properties)
      .filter(([name, field]) => !isOwn(name) && mayBeNull(field))
      .map(([name, { description: _, ...field }]) => [name, field] as const);
    return {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      allOf: [
        {
          ...rest,
          properties: Object.fromEntries([...own, ...nullable]),
          required: required?.filter(isOwn) ?? [],
        },
        { $ref: PATH + included },
      ],
    };
  }
}

/** What may be null is told again beside the `$ref`: openapi-generator (7.25, its issue 21065) forgets it of what is
 * included by one. */
function mayBeNull({ type, anyOf = [] }: JsonSchema): boolean {
  return [type].flat().includes('null') || anyOf.some((one) => one.type === 'null');
}
