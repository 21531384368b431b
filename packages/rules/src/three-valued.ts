/** A value, or null while it is not known. */
export type Known<T> = T | null;

/** Kleene's strong logic: what holds whatever the unknown turns out to be is known. `false and null` is false. */
export function both(left: Known<boolean>, right: Known<boolean>): Known<boolean> {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

/** `true or null` is true, `false or null` is null. */
export function either(left: Known<boolean>, right: Known<boolean>): Known<boolean> {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

/** `not null` is null. */
export function opposite(value: Known<boolean>): Known<boolean> {
  return value === null ? null : !value;
}
