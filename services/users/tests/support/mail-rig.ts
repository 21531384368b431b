import { startMailServer, type MailServer } from '@tidemark/mail/test-mail-server';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { usersRig, type UsersRig } from './rig.ts';

/** The service with a mail server of its own, whose letters lead to `https://tidemark.example/`; call at a file's top. */
export function mailRig(): { rig: UsersRig; server: MailServer } {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.close());
  const rig = usersRig(() => ({
    config: { SMTP_URL: server.url, PUBLIC_URL: 'https://tidemark.example/' },
  }));
  beforeEach(() => {
    server.received.length = 0;
  });
  return {
    rig,
    get server() {
      return server;
    },
  };
}
