/** What is sent of a firing, or as a test of a channel. */
export interface Message {
  /** The same at each try: receivers know by it what they have. */
  firing_id: string;
  title: string;
  /** May have several lines. */
  text: string;
  /** Where more is read: an address, or its path where nobody said where the web app is. */
  url: string;
  coin_id: string | null;
  /** USD; null: not known, or none. */
  price: number | null;
  quality: string | null;
  sources: string[];
  /** The condition in words. */
  rule: string;
  /** ISO 8601, UTC. */
  fired_at: string;
  late: boolean;
  simulated: boolean;
  test: boolean;
}
