import { isUuid } from '@tidemark/service/identity/own-account';

/** An id in small letters, as ids are stored; null: nothing has such an id. */
export function idOf(text: string): string | null {
  const id = text.toLowerCase();
  return isUuid(id) ? id : null;
}
