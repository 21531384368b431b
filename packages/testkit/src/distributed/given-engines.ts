/** Addresses of the three engines, as a process of Tidemark takes them. */
export interface EngineUrls {
  DATABASE_URL: string;
  REDIS_URL: string;
  KAFKA_BROKERS: string;
}

/** What dev/with-infra.sh tells the command that it runs. */
export interface GivenEngines {
  urls: EngineUrls;
  /** Folder with postgres/, redis/ and kafka/; undefined where the engines are not ours to kill. */
  infra: string | undefined;
  /** Kafka's second listener is at `target` and tells its clients to connect at `advertised`. */
  kafkaLine: { advertised: string; target: string } | undefined;
}

export const ENGINES_MISSING =
  'skipped: no engines (DATABASE_URL, REDIS_URL, KAFKA_BROKERS); dev/with-infra.sh <command> starts them';

/** The engines of this run; null where the environment names none. */
export function givenEngines(env = process.env): GivenEngines | null {
  const { DATABASE_URL, REDIS_URL, KAFKA_BROKERS } = env;
  if (!DATABASE_URL || !REDIS_URL || !KAFKA_BROKERS) return null;
  const { KAFKA_PROXIED_FROM: advertised, KAFKA_PROXIED_TO: target } = env;
  return {
    urls: { DATABASE_URL, REDIS_URL, KAFKA_BROKERS },
    infra: env.TIDEMARK_INFRA,
    kafkaLine: advertised && target ? { advertised, target } : undefined,
  };
}
