import type { ApiKeyScope, NewApiKey } from '@tidemark/contracts/api-key';
import type { SignedIn } from '@tidemark/contracts/session';

let count = 0;

/** Somebody with an account, who asks as an API client does. */
export interface Person {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  /** As of the newest sign-in. */
  signedIn: SignedIn;
  /** Signs in anew: another session. */
  login(): Promise<SignedIn>;
  /** Has something made, as of the newest sign-in; a text of another `type` is sent as it is. */
  post<T>(path: string, body: unknown, type?: string): Promise<T>;
  get<T>(path: string): Promise<T>;
  /** Makes an API key. */
  apiKey(scope: ApiKeyScope): Promise<{ key: string; keyId: string }>;
}

/** Makes an account at `url`; the first one becomes administrator. */
export async function register(url: string, name = 'person'): Promise<Person> {
  const username = `${name}-${(count += 1)}`;
  const who = { username, email: `${username}@tidemark.test`, password: `a tide of ${username}` };
  const signedIn = await post<SignedIn>(`${url}/api/users/register`, who);
  const person: Person = {
    ...who,
    signedIn,
    login: async () => {
      const { email, password } = who;
      return (person.signedIn = await post<SignedIn>(`${url}/api/users/login`, {
        email,
        password,
      }));
    },
    post: (path, body, type) => post(url + path, body, person.signedIn.access_token, type),
    get: async (path) => {
      const authorization = `Bearer ${person.signedIn.access_token}`;
      return answered(path, await fetch(url + path, { headers: { authorization } }));
    },
    apiKey: async (scope) => {
      const path = `${url}/api/users/me/api-keys`;
      const { key, key_id } = await post<NewApiKey>(
        path,
        { name: 'test', scope },
        person.signedIn.access_token,
      );
      return { key, keyId: key_id };
    },
  };
  return person;
}

const JSON_TYPE = 'application/json';

async function post<T>(url: string, body: unknown, token?: string, type = JSON_TYPE): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: type === JSON_TYPE ? JSON.stringify(body) : String(body),
  });
  return answered(url, response);
}

async function answered<T>(url: string, response: Response): Promise<T> {
  const answer = (await response.json()) as { data: T };
  if (!response.ok) throw new Error(`${url}: ${response.status} ${JSON.stringify(answer)}`);
  return answer.data;
}
