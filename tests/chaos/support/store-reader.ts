import { Pool } from 'pg';

/** What the services stored, read past them; every query fails while PostgreSQL is away. */
export class StoreReader {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = new Pool({
      connectionString: url,
      max: 2,
      connectionTimeoutMillis: 2_000,
      query_timeout: 20_000,
      options: '-c search_path=simulated',
    });
    this.#pool.on('error', () => undefined);
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.#pool.query<Row>(sql, values);
    return rows;
  }

  /** The trade id that each product goes on with. */
  async nextTrades(): Promise<Map<string, number>> {
    const rows = await this.rows<{ product: string; next: string }>(
      'SELECT product, max(next_trade_id) AS next FROM trade_watermarks GROUP BY product',
    );
    return new Map(rows.map(({ product, next }) => [product, Number(next)]));
  }

  /** How often each partition of `trades` was claimed. */
  async epochs(): Promise<Map<number, number>> {
    const rows = await this.rows<{ partition: number; epoch: string }>(
      'SELECT partition, epoch FROM partition_owners',
    );
    return new Map(rows.map(({ partition, epoch }) => [partition, Number(epoch)]));
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
