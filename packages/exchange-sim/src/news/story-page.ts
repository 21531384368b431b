import type { FeedItem } from './feed-document.ts';
import type { Outlet } from './outlets.ts';
import { escapeXml } from './xml-text.ts';

/** The page that a story's link leads to. */
export function storyPage(
  outlet: Outlet,
  { title, summary }: Pick<FeedItem, 'title' | 'summary'>,
): string {
  const headline = escapeXml(title);
  return (
    `<!doctype html><html lang="${outlet.language}"><meta charset="utf-8">` +
    `<title>${headline}</title><h1>${headline}</h1><p>${escapeXml(summary)}</p>` +
    `<p>${escapeXml(outlet.name)}: a simulated story</p></html>\n`
  );
}
