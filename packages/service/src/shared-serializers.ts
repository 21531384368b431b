import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;
type Compilers = NonNullable<SchemaController['compilersFactory']>;
type BuildSerializer = NonNullable<Compilers['buildSerializer']>;
type Serializer = ReturnType<ReturnType<BuildSerializer>>;

const compile: BuildSerializer = SerializerSelector();
const bySchema = new Map<string, Serializer>();

/**
 * A serializer for each different schema of answers, in the whole process. Most routes answer errors alike, and a
 * serializer of its own for each route took most of the time that mounting the routes takes.
 */
export const sharedSerializers: SchemaController = {
  compilersFactory: {
    buildSerializer: (named, options) => {
      const build = compile(named, options);
      // What a schema that refers to others comes to depends on them.
      if (Object.keys(named as object).length > 0) return build;
      return (route) => {
        const key = JSON.stringify(route.schema);
        const known = bySchema.get(key);
        if (known) return known;
        const made = build(route);
        bySchema.set(key, made);
        return made;
      };
    },
  },
};
