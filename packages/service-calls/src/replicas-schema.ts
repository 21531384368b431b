import Type from 'typebox';

/** A variable such as `MARKET_DATA_URL`: where the replicas of a service are. */
export const ReplicasSchema = Type.Array(
  Type.String({ pattern: '^https?://[^/?#@\\s]+/?$', maxLength: 300 }),
  {
    minItems: 1,
    maxItems: 100,
    description: 'origins of its replicas, such as http://a:8001,http://b:8001',
  },
);
