import Type, { type Static } from 'typebox';
import { nullable } from './nullable.ts';

export const ReadinessSchema = Type.Object(
  {
    ready: Type.Boolean(),
    modules: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          ready: Type.Boolean(),
          waiting_for: nullable(
            Type.String(),
            'what is waited for, in words, or the module before it; null when ready',
          ),
        },
        { title: 'ModuleState' },
      ),
    ),
  },
  { title: 'Readiness' },
);
export type Readiness = Static<typeof ReadinessSchema>;
