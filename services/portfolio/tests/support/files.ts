import type { Import, StagedFile } from '@tidemark/contracts/portfolio-import';
import type { Answer, Person } from './person.ts';
import { AS_HEADER } from './portfolio-app.ts';
import type { PortfolioRig } from './rig.ts';

/** What a person does with files. */
export interface Files {
  /** Sends a file, without waiting for what it says. */
  send(
    text: string | Buffer,
    query?: string,
    headers?: Record<string, string>,
  ): Promise<Answer<StagedFile>>;
  /** Sends a file; what it says. */
  stage(text: string | Buffer, query?: string): Promise<StagedFile>;
  /** The file as it is once it is read. */
  read(fileId: string): Promise<StagedFile>;
  /** Puts files in that were staged; the import as it ended. */
  commit(files: readonly StagedFile[], more?: object): Promise<Import>;
  /** All of it. */
  put(...texts: (string | Buffer)[]): Promise<Import>;
  /** As CSV. */
  exported(): Promise<string>;
}

/** `path`: of the portfolio, below `/api/portfolio`. */
export function filesOf(rig: PortfolioRig, owner: Person, path: string): Files {
  const identity = { userId: owner.userId, role: 'user', sessionId: null, scope: 'read_write' };
  const as = { [AS_HEADER]: JSON.stringify(identity) };
  const read: Files['read'] = async (fileId) => {
    await rig.parts.reader.idle();
    return (await owner.ask<StagedFile>('GET', `${path}/files/${fileId}`)).data;
  };
  const send: Files['send'] = async (payload, query = 'name=export.csv', headers = {}) => {
    const answer = await rig.app.inject({
      method: 'POST',
      url: `/api/portfolio${path}/files?${query}`,
      headers: { ...as, 'content-type': 'application/octet-stream', ...headers },
      payload,
    });
    const { data, error } = answer.json<Partial<Answer<StagedFile>>>();
    const fields = error?.details?.map(({ field }) => field) ?? [];
    return { status: answer.statusCode, data, error, fields } as Answer<StagedFile>;
  };
  const stage: Files['stage'] = async (text, query) => {
    const { status, data, error } = await send(text, query);
    if (status !== 202) throw new Error(error.message);
    return read(data.file_id);
  };
  const commit: Files['commit'] = async (files, more = {}) => {
    const body = { file_ids: files.map(({ file_id }) => file_id), ...more };
    const { status, data, error } = await owner.ask<Import>('POST', `${path}/imports`, { body });
    if (status !== 202) throw new Error(error.message);
    await rig.parts.work.idle();
    return (await owner.ask<Import>('GET', `${path}/imports/${data.import_id}`)).data;
  };
  return {
    ...{ send, stage, read, commit },
    put: async (...texts) => {
      const staged: StagedFile[] = [];
      for (const text of texts) staged.push(await stage(text));
      return commit(staged);
    },
    exported: async () =>
      (await rig.app.inject({ url: `/api/portfolio${path}/transactions.csv`, headers: as })).body,
  };
}

/** A Binance statement of these rows: operation, coin, change; a second each. */
export function statement(...rows: [operation: string, coin: string, change: string][]): string {
  const lines = rows.map(
    ([operation, coin, change], at) =>
      `1,2023-01-01 00:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')},Spot,${operation},${coin},${change},\n`,
  );
  return `User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n${lines.join('')}`;
}
