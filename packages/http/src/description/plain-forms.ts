import { mapSchema, mapValues, type JsonSchema } from './json-schema.ts';

/**
 * A schema in the forms that generators of clients take: numbers say how wide they are (epoch milliseconds do not fit into
 * an int32, nor prices into a float32), what may be null says so in its type, an enum says its type. It allows what it
 * allowed.
 */
export function plainForms(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (part) =>
    withoutNulls(withWidth(nullable(typedEnum(oneEnum(withoutMark(part)))))),
  );
}

/** How a text is read is said in words. */
function withoutMark({ 'x-lowercase': _, ...part }: JsonSchema): JsonSchema {
  return part;
}

function withWidth(part: JsonSchema): JsonSchema {
  const types = [part.type ?? []].flat();
  if (part.format !== undefined) return part;
  if (types.includes('integer')) return { ...part, format: 'int64' };
  return types.includes('number') ? { ...part, format: 'double' } : part;
}

/** A choice of single values is an enum. */
function oneEnum(part: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = part;
  const values = anyOf?.flatMap(({ enum: of, title }) => (of && title === undefined ? of : []));
  if (!anyOf || values?.length !== anyOf.length) return part;
  return { ...rest, enum: values };
}

function typedEnum(part: JsonSchema): JsonSchema {
  const { const: only, enum: values = only === undefined ? undefined : [only], ...rest } = part;
  if (!values) return part;
  // Generators make a class of texts of it, which no answer fits. The status tells which it is.
  if (values.every((value) => typeof value === 'boolean')) {
    return { ...rest, type: 'boolean' };
  }
  if (!values.every((value) => typeof value === 'string')) return part;
  return { ...rest, type: 'string', enum: values };
}

/** Null beside a plain type is one of its types. */
function nullable(part: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = part;
  const [other, none, ...more] = anyOf ?? [];
  if (!other || none?.type !== 'null' || more.length > 0) return part;
  const { type, title, enum: values } = other;
  if (typeof type !== 'string' || title !== undefined || values !== undefined) return part;
  return { ...other, ...rest, type: [type, 'null'] };
}

/** A field that is always null has no type in most languages: it is an object that is not there. */
function withoutNulls(part: JsonSchema): JsonSchema {
  if (!part.properties) return part;
  const properties = mapValues(part.properties, (field) =>
    field.type === 'null' ? { type: ['object', 'null'], description: 'always null' } : field,
  );
  return { ...part, properties };
}
