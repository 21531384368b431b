import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of Emscripten's file system that PGlite's files go through. */
interface EmscriptenFiles {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** Arguments of PostgreSQL that make a commit wait for the disk; `-F` among PGlite's own turns that off. */
export function durableArguments(): string[] {
  const own = PGlite.defaultStartParams.filter((argument) => argument !== '-F');
  return [...own, '-c', 'wal_sync_method=fsync'];
}

/**
 * PGlite's files in `dir`, with an fsync that reaches the disk. As it comes, PGlite hands its writes to the operating
 * system and goes on: that outlives a killed process and no power cut. (Emscripten's fdatasync does nothing at all,
 * hence wal_sync_method=fsync.)
 */
export function durableFiles(dir: string, fsync: (file: number) => void = fsyncSync): NodeFS {
  const files = new NodeFS(dir);
  const init = files.init.bind(files);
  files.init = async (pg, options) => {
    const result = await init(pg, options);
    const preRun = result.emscriptenOpts.preRun as ((module: EmscriptenFiles) => void)[];
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsync(nfd);
        return 0;
      };
    });
    return result;
  };
  return files;
}
