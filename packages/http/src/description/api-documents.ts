/** The parts of an OpenAPI document that are joined. */
export interface ApiDocument {
  paths?: Record<string, unknown> | undefined;
  tags?: { name: string }[] | undefined;
  components?: Record<string, Record<string, unknown>> | undefined;
}

/** The API of a service in another process. */
export interface ApiSource {
  service: string;
  /** Whether a path of its document is one that it answers here. */
  owns(path: string): boolean;
  /** Its document; null while nobody can be asked. Answers soon. */
  read(): Promise<ApiDocument | null>;
}

/** Names, in the joined document, the services whose part is missing from it. */
export const MISSING = 'x-tidemark-missing';

/** This process's description of the API, joined with those of the services elsewhere. */
export class ApiDocuments {
  readonly #sources: ApiSource[] = [];
  readonly #finish: <D extends ApiDocument>(joined: D) => D;

  /** `finish`: what is done to the whole of it. */
  constructor(finish: <D extends ApiDocument>(joined: D) => D = (joined) => joined) {
    this.#finish = finish;
  }

  add(source: ApiSource): void {
    this.#sources.push(source);
  }

  /** Joins everything to `own`, which is not changed. */
  async join<D extends ApiDocument>(own: D): Promise<D> {
    let joined: D & { [MISSING]?: string[] } = own;
    const missing: string[] = [];
    const parts = await Promise.all(this.#sources.map((source) => source.read()));
    for (const [i, source] of this.#sources.entries()) {
      const part = parts[i];
      if (part) joined = merged(joined, part, (path) => source.owns(path));
      else missing.push(source.service);
    }
    const whole = this.#finish(joined);
    return missing.length > 0 ? { ...whole, [MISSING]: missing } : whole;
  }
}

function merged<D extends ApiDocument>(
  own: D,
  part: ApiDocument,
  owns: (path: string) => boolean,
): D {
  const paths = Object.entries(part.paths ?? {}).filter(([path]) => owns(path));
  const known = new Set(own.tags?.map(({ name }) => name));
  const tags = part.tags?.filter(({ name }) => !known.has(name)) ?? [];
  const kinds = new Set([
    ...Object.keys(own.components ?? {}),
    ...Object.keys(part.components ?? {}),
  ]);
  const components: Record<string, Record<string, unknown>> = {};
  for (const kind of kinds) {
    components[kind] = { ...part.components?.[kind], ...own.components?.[kind] };
  }
  return {
    ...own,
    paths: { ...own.paths, ...Object.fromEntries(paths) },
    tags: [...(own.tags ?? []), ...tags],
    components,
  };
}
