/** Directives of a Content-Security-Policy: name to sources. */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>;

/** For answers that are not pages: nothing may be loaded or run. */
export const API_POLICY = writePolicy({
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

/**
 * For a page of our own: scripts from us, and the inline ones whose hashes are given. Inline style attributes are
 * allowed: charts and menus place themselves with them.
 */
export function pagePolicy(inlineScriptHashes: readonly string[]): string {
  const scripts = ["'self'", ...inlineScriptHashes.map((hash) => `'sha256-${hash}'`)];
  return writePolicy({
    'default-src': ["'self'"],
    'script-src': scripts,
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  });
}

function writePolicy(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
