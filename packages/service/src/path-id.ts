import { isUuid } from './identity/own-account.ts';

/** An id in small letters, as ids are stored; null: nothing has such an id. */
export function idOf(text: string): string | null {
  const id = text.toLowerCase();
  return isUuid(id) ? id : null;
}
