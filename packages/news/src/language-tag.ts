/** Tags that name no language: undetermined, several, none, and what X answers for links, tags and pictures alone. */
const NONE = /^(?:und|mul|zxx|mis|q[a-t][a-z])$/;

/**
 * The language that a document's tag names, as BCP 47's shortest: `en` for `en-US`, `en_US`, `EN` and `eng`. Null for what is
 * no tag or names no language.
 */
export function primarySubtag(tag: string | null | undefined): string | null {
  const subtag = /^\s*([a-z]{2,3})(?![a-z\d])/i.exec(tag ?? '')?.[1];
  if (subtag === undefined || NONE.test(subtag.toLowerCase())) return null;
  return new Intl.Locale(subtag).language;
}
