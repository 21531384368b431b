import Type, { type Static } from 'typebox';
import { UserRoleSchema } from './user.ts';

export const AdminUserChangeSchema = Type.Object(
  {
    is_active: Type.Optional(
      Type.Boolean({ description: 'false ends every session of the account' }),
    ),
    role: Type.Optional(UserRoleSchema),
  },
  { title: 'AdminUserChange', examples: [{ role: 'user' }], minProperties: 1 },
);
export type AdminUserChange = Static<typeof AdminUserChangeSchema>;

/** Groups of cache keys that an administrator may drop; what they held is read anew. */
export const CACHE_GROUPS = [
  'price',
  'analytics',
  'sentiment',
  'portfolio',
  'preferences',
] as const;
export const CacheGroupSchema = Type.Enum([...CACHE_GROUPS], { title: 'CacheGroup' });
export type CacheGroup = (typeof CACHE_GROUPS)[number];
