const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether an asset is money: a currency of ISO 4217. */
export function isMoney(asset: string): boolean {
  return currencies.has(asset);
}
