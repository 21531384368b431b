import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pagePolicy } from '@tidemark/http/replies/content-policy';

/** A file of the built web app. */
export interface WebFile {
  /** Path below the app's folder, with `/`. */
  path: string;
  /** The page's Content-Security-Policy; undefined for what is no page. */
  policy?: string;
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/**
 * The files of a static export by URL path. A page answers without its extension too: `dashboard.html` and
 * `dashboard/index.html` at `/dashboard`. Null when the app is not built.
 */
export async function readWebFiles(folder: string): Promise<Map<string, WebFile> | null> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!names) return null;
  const files = new Map<string, WebFile>();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/');
    const file = await describe(folder, path.replace(/^\//, ''));
    for (const url of urlsOf(file.path)) files.set(url, file);
  }
  return files;
}

async function describe(folder: string, path: string): Promise<WebFile> {
  if (!path.endsWith('.html')) return { path };
  const html = await readFile(join(folder, path), 'utf8');
  return { path, policy: pagePolicy(inlineScriptHashes(html)) };
}

/** base64 SHA-256 of each inline script, as a Content-Security-Policy names them. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, text]) => text ?? '');
  const hashes = scripts.map((text) => createHash('sha256').update(text).digest('base64'));
  return [...new Set(hashes)];
}

function urlsOf(path: string): string[] {
  const clean = `/${path}`.replace(/(\/index)?\.html$/, '') || '/';
  return clean === `/${path}` ? [clean] : [clean, `/${path}`];
}
