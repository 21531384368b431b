const MOST_CHARACTERS = 2048;

/** Names of query parameters that tell who sent a reader, never what is read; lower case. */
const TRACKING = new Set([
  // Google, Meta, Microsoft, X, TikTok, Yandex
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'fbclid', 'igshid', 'igsh', 'msclkid'],
  ...['twclid', 'ttclid', 'yclid', '_ga', '_gl'],
  // Mailchimp, HubSpot, Marketo
  ...['mc_cid', 'mc_eid', '_hsenc', '_hsmi', 'mkt_tok'],
  // publishers: BBC, CNBC, Comscore, heise, New York Times, MSN, Yahoo
  ...['at_medium', 'at_campaign', 'at_link_id', 'at_link_type', 'at_ptr_name', 'cmpid', 'cmp'],
  ...['ns_mchannel', 'ns_source', 'ns_campaign', 'ns_linkname', 'wt_mc', 'smid', 'smtyp', 'ocid'],
  ...['guccounter', 'guce_referrer', 'guce_referrer_sig', 'soc_src', 'soc_trk', 'ncid'],
  // anyone
  ...['ref', 'ref_src', 'ref_url', '_nocache'],
]);
const TRACKING_PREFIX = 'utm_';

/**
 * The address of an article, or null where it is none that a reader could open: absolute, http or https, host in lower case,
 * at most 2,048 characters. Credentials and parameters that only track are left out, and the fragment unless it is
 * a page's name (`#!…`). The rest of the query stays as it is written, in its order.
 * @param base what relative addresses are relative to; `''` where nothing is known
 */
export function articleUrl(raw: string, base: string): string | null {
  const trimmed = raw.trim();
  if (trimmed === '' || trimmed.length > 2 * MOST_CHARACTERS) return null;
  const url = URL.parse(trimmed, base === '' ? undefined : base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  url.search = withoutTracking(url.search);
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href.length <= MOST_CHARACTERS ? url.href : null;
}

function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .map(withoutTail)
    .filter((parameter) => !isTracking(nameOf(parameter)))
    .join('&');
}

/** Some append a second query to a value, plain or encoded: `id=5?utm_source=rss`, `id=5%3F_nocache%3D17`. */
function withoutTail(parameter: string): string {
  const [first = '', ...tails] = parameter.split(/\?|%3F/i);
  const isNamed = tails.length > 0 && tails.every((tail) => isTracking(nameOf(tail)));
  return isNamed ? first : parameter;
}

/** What stands before the first `=`; `&amp;` that was escaped once too often leaves an `amp;` before it. */
function nameOf(parameter: string): string {
  const [name = ''] = parameter.split(/=|%3D/i);
  return name.replace(/^amp;/i, '').toLowerCase();
}

function isTracking(name: string): boolean {
  return name.startsWith(TRACKING_PREFIX) || TRACKING.has(name);
}
