/**
 * The JSON text of a value that is to be stored for `ttlMs`.
 * @throws RangeError when the time to live is not more than 0; TypeError when the value is not JSON
 */
export function encodeValue(key: string, value: unknown, ttlMs: number): string {
  if (!(ttlMs > 0)) throw new RangeError(`The time to live of "${key}" must be more than 0.`);
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`The value of "${key}" is not JSON.`);
  return json;
}
