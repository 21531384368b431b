import type { JsonSchema } from './json-schema.ts';

/**
 * Names for the values of named enums, where a value alone is none: it begins with a digit, or another enum has it too. In
 * some languages the values of all enums share one room, so that `live` of a price and `live` of a feed would meet there:
 * `QUALITY_LIVE`, `INTERVAL_1H`.
 */
export function nameEnums(schemas: Record<string, JsonSchema>): void {
  const enums = Object.entries(schemas).flatMap(([title, schema]) => {
    const values = schema.enum?.map(String);
    return values ? [{ title, schema, values }] : [];
  });
  const counts = new Map<string, number>();
  for (const value of enums.flatMap(({ values }) => values)) {
    counts.set(asName(value), (counts.get(asName(value)) ?? 0) + 1);
  }
  const isUnclear = (value: string) => /^\d/.test(value) || (counts.get(asName(value)) ?? 0) > 1;
  for (const { title, schema, values } of enums) {
    if (!values.some(isUnclear)) continue;
    const prefix = title.replace(/(?<=[a-z])(?=[A-Z])/g, '_');
    schema['x-enum-varnames'] = values.map((value) => asName(`${prefix}_${value}`));
  }
}

function asName(value: string): string {
  return value.toUpperCase().replace(/\W/g, '_');
}
