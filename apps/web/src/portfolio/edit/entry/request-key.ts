/**
 * Keys for requests that are done once however often they are sent: the same for the same request, another for another one.
 * Not `randomUUID`, which pages that came over plain http from another host lack.
 */
export function createRequestKeys(): (request: unknown) => string {
  let last = { text: '', key: '' };
  return (request) => {
    const text = JSON.stringify(request);
    if (text !== last.text) last = { text, key: randomKey() };
    return last.key;
  };
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
