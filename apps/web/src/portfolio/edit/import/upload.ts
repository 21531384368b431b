import type { StagedFile } from '@tidemark/contracts/portfolio-import';
import { browserSession } from '../../../account/session/browser-session.ts';
import { OUT_OF_REACH, refusalOf, UNREADABLE } from '../../../api/api-error.ts';
import { apiUrl } from '../../../api/api.config.ts';
import { pathOf } from '../../../portfolio-api/portfolio-api.ts';

/** A file has at most so many bytes, as the server has it. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Sends a file that is to be imported. Not by `fetch`, which does not tell how far it is.
 * @param onProgress told how many bytes are sent
 * @returns why it was not taken; null: it was, and is being read
 */
export async function upload(
  portfolioId: string,
  file: File,
  onProgress: (bytes: number) => void,
): Promise<string | null> {
  if (file.size > MOST_BYTES) return 'It is over 64 MB. Export a shorter time at once.';
  const token = await browserSession().accessToken();
  if (token === null) return 'Sign in to send it.';
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiUrl(`/api/${pathOf(portfolioId, '/files', { name: file.name })}`));
    request.responseType = 'json';
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onerror = () => resolve(OUT_OF_REACH.message);
    request.onload = () => resolve(faultOf(request));
    request.send(file);
  });
}

function faultOf({ status, response }: XMLHttpRequest): string | null {
  if (status >= 200 && status < 300) return isTaken(response) ? null : UNREADABLE.message;
  return refusalOf(status, response).message;
}

function isTaken(answer: unknown): answer is { data: StagedFile } {
  return typeof answer === 'object' && answer !== null && 'data' in answer;
}
