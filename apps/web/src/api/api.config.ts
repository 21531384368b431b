/** Origin of the API without a trailing slash; empty for the origin that served the page. */
const override = (process.env.NEXT_PUBLIC_API_URL ?? '').replace(/\/+$/, '');

/** Address of an API path, such as `/api/market/coins`. */
export function apiUrl(path: string): string {
  return `${override}${path}`;
}

/** Origin of the API, such as `https://host:8000`; `pageOrigin` is that of the page. */
export function apiOrigin(pageOrigin: string): string {
  return override || pageOrigin;
}
