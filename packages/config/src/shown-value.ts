const SECRET_NAME = /KEY|SECRET|PASSWORD|TOKEN/i;

/** A variable's value as it may be shown: secrets are masked, and so are the credentials in a URL. */
export function shownValue(name: string, value: string): string {
  if (SECRET_NAME.test(name)) return '(hidden)';
  return value.replace(/\/\/[^/@\s]+@/g, '//(hidden)@');
}
