import { browserSession } from '../../account/session/browser-session.ts';
import { OUT_OF_REACH, refusalOf, type ApiError } from '../../api/api-error.ts';
import { apiUrl } from '../../api/api.config.ts';
import { saveFile } from '../../api/save-file.ts';

async function ask(path: string, token: string): Promise<Response> {
  return fetch(apiUrl(`/api/${path}`), { headers: { authorization: `Bearer ${token}` } });
}

/** Asks once more with another token where the first was refused. */
async function answerTo(path: string): Promise<Response | null> {
  const session = browserSession();
  const token = await session.accessToken();
  if (token === null) return null;
  const answer = await ask(path, token);
  if (answer.status !== 401) return answer;
  const other = await session.tokenInsteadOf(token);
  return other === null ? answer : ask(path, other);
}

async function refusedBy(answer: Response): Promise<ApiError> {
  const body: unknown = await answer.json().catch(() => null);
  return refusalOf(answer.status, body, answer.headers);
}

/**
 * Saves a file of the API that only its owner may have: a plain link would carry no token.
 * @param path below `/api/`
 * @returns why it could not be; null: it is saved
 */
export async function download(path: string, name: string): Promise<ApiError | null> {
  try {
    const answer = await answerTo(path);
    if (answer === null) return refusalOf(401, null);
    if (!answer.ok) return await refusedBy(answer);
    saveFile(await answer.blob(), name);
    return null;
  } catch {
    return OUT_OF_REACH;
  }
}
