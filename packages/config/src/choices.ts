import Type, { type TSchema } from 'typebox';

/** The values of a union of literals or an enumeration; undefined for every other schema. */
export function choicesOf(schema: TSchema): readonly unknown[] | undefined {
  if (Type.IsEnum(schema)) return schema.enum;
  if (Type.IsLiteral(schema)) return [schema.const];
  if (!Type.IsUnion(schema)) return undefined;
  const choices = schema.anyOf.map((option) => choicesOf(option));
  return choices.every((choice) => choice !== undefined) ? choices.flat() : undefined;
}
