'use client';

import { useState } from 'react';
import { portfolioApi } from '../../../portfolio-api/portfolio-api.ts';
import { useAppDispatch } from '../../../store/store-provider.tsx';
import { upload } from './upload.ts';

/** A file on its way to the server, or one that was not taken. */
export interface Upload {
  id: number;
  file: File;
  /** Bytes. */
  sent: number;
  failure: string | null;
}

export interface Uploads {
  list: readonly Upload[];
  add: (files: readonly File[]) => void;
  again: (upload: Upload) => void;
  forget: (id: number) => void;
}

let count = 0;

/** Sends files one after another; what is taken goes from the list, since the server lists it then. */
export function useUploads(portfolioId: string): Uploads {
  const dispatch = useAppDispatch();
  const [list, setList] = useState<readonly Upload[]>([]);
  const change = (id: number, to: Partial<Upload>) =>
    setList((before) => before.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const forget = (id: number) => setList((before) => before.filter((one) => one.id !== id));

  async function send({ id, file }: Upload) {
    const failure = await upload(portfolioId, file, (sent) => change(id, { sent }));
    if (failure !== null) {
      change(id, { failure });
      return;
    }
    dispatch(portfolioApi.util.invalidateTags([{ type: 'Files', id: portfolioId }]));
    forget(id);
  }
  return {
    list,
    forget,
    add: (files) => {
      const uploads = files.map((file) => {
        count += 1;
        return { id: count, file, sent: 0, failure: null };
      });
      setList((before) => [...before, ...uploads]);
      void uploads.reduce(async (before, one) => {
        await before;
        await send(one);
      }, Promise.resolve());
    },
    again: (one) => {
      change(one.id, { failure: null, sent: 0 });
      void send(one);
    },
  };
}
