/** Origin of the API without a trailing slash; empty for the origin that served the page. */
const override = (process.env.NEXT_PUBLIC_API_URL ?? '').replace(/\/+$/, '');

/** Address of an API path, such as `/api/market/coins`. */
export function apiUrl(path: string): string {
  return `${override}${path}`;
}

/** Address of a WebSocket path on the API's origin. `pageOrigin` is such as `https://host:8000`. */
export function socketUrl(path: string, pageOrigin: string): string {
  return `${(override || pageOrigin).replace(/^http/, 'ws')}${path}`;
}
