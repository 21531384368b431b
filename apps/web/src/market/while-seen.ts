/** For queries that follow the market: they rest while nobody looks, and ask at once when somebody does or the network is back. */
export const WHILE_SEEN = {
  skipPollingIfUnfocused: true,
  refetchOnFocus: true,
  refetchOnReconnect: true,
} as const;
