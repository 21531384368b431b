export function typesOfHttp(document: unknown): Promise<string>;
export function typesOfStreams(document: unknown): Promise<string>;
