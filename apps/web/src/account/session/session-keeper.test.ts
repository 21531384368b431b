import { describe, expect, test } from 'vitest';
import { ADA, FakeBrowser } from './browser.fixture.ts';

const MINUTE = 60_000;

/** A browser that has a session, and a tab of it that has taken the session up. */
async function signedIn() {
  const browser = new FakeBrowser();
  browser.signIn();
  const tab = browser.openTab();
  tab.start();
  await browser.pass(200);
  return { browser, tab };
}

describe('taking up a session', () => {
  test('whoever has no cookie is signed out without a request', async () => {
    const browser = new FakeBrowser();
    const { start, state, keeper } = browser.openTab();
    start();
    await browser.pass(10 * MINUTE);
    expect(state()).toMatchObject({ status: 'signed_out', ending: null });
    expect(await keeper.accessToken()).toBeNull();
    expect(browser.refreshes).toEqual([]);
  });

  test('whoever has one gets a token, and is told of it', async () => {
    const { tab } = await signedIn();
    expect(tab.states.map(({ status }) => status)).toEqual(['restoring', 'signed_in']);
    expect(tab.state()?.user).toEqual(ADA);
    expect(await tab.keeper.accessToken()).toBe('token-2');
  });

  test('a session that has ended is forgotten, and not asked for again', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.endElsewhere();
    const tab = browser.openTab();
    tab.start();
    await browser.pass(200);
    expect(tab.state()).toMatchObject({ status: 'signed_out', ending: 'expired' });
    expect(browser.cookie).toBeNull();
    browser.openTab().start();
    await browser.pass(200);
    expect(browser.refreshes).toHaveLength(1);
  });
});

describe('one refresh at a time', () => {
  test('requests that find the token at its end wait for one refresh together', async () => {
    const { browser, tab } = await signedIn();
    browser.now += 15 * MINUTE;
    const asked = Promise.all(Array.from({ length: 20 }, () => tab.keeper.accessToken()));
    await browser.pass(0);
    expect(new Set(await asked)).toEqual(new Set(['token-3']));
    expect(browser.refreshes).toHaveLength(2);
  });

  test.each([0, 200])('tabs that open together need one refresh, told within %i ms', async (ms) => {
    const browser = new FakeBrowser();
    browser.channelMs = ms;
    browser.signIn();
    const tabs = Array.from({ length: 5 }, () => browser.openTab());
    for (const tab of tabs) tab.start();
    await browser.pass(1_000);
    expect(browser.refreshes).toHaveLength(1);
    for (const { keeper, state } of tabs) {
      expect(state()?.status).toBe('signed_in');
      expect(await keeper.accessToken()).toBe('token-2');
    }
  });

  test('a tab that opens beside another takes its token, without a refresh', async () => {
    const { browser } = await signedIn();
    const other = browser.openTab();
    other.start();
    await browser.pass(200);
    expect(await other.keeper.accessToken()).toBe('token-2');
    expect(browser.refreshes).toHaveLength(1);
  });

  test('over a day in five tabs no refresh token is used twice, and the session stays', async () => {
    const { browser, tab } = await signedIn();
    const tabs = [tab, ...Array.from({ length: 4 }, () => browser.openTab())];
    for (const other of tabs.slice(1)) other.start();
    await browser.pass(24 * 60 * MINUTE);
    expect(new Set(browser.refreshes).size).toBe(browser.refreshes.length);
    expect(tabs.map(({ state }) => state()?.status)).toEqual(Array(5).fill('signed_in'));
    expect(browser.refreshes.length).toBeLessThan(24 * 6);
  });

  test('a page that follows one which was left in the middle of a refresh waits for its cookies', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    // The page before this one: its request is on the way, and it is gone.
    browser.mark().set(browser.cookie!);
    const tab = browser.openTab();
    tab.start();
    await browser.pass(1_000);
    expect(browser.refreshes).toEqual([]);
    browser.signIn();
    const renewed = browser.cookie;
    await browser.pass(1_000);
    expect(browser.refreshes).toEqual([renewed]);
    expect(tab.state()?.status).toBe('signed_in');
  });

  test('it waits three seconds at most', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.mark().set(browser.cookie!);
    const tab = browser.openTab();
    tab.start();
    await browser.pass(3_000);
    expect(browser.refreshes).toEqual([]);
    await browser.pass(200);
    expect(tab.state()?.status).toBe('signed_in');
  });

  test('a note about other cookies, or an old one, is not waited for', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.mark().set(browser.cookie!);
    browser.now += 20_000;
    const tab = browser.openTab();
    tab.start();
    await browser.pass(200);
    expect(tab.state()?.status).toBe('signed_in');
  });

  test('the note is there while a refresh is under way and gone after it', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    const cookie = browser.cookie!;
    browser.server = 'answers later';
    browser.openTab().start();
    await browser.pass(200);
    expect(browser.mark().concerns(cookie)).toBe(true);
    browser.answer();
    await browser.pass(0);
    expect([...browser.stored]).toEqual([]);
  });

  test('the note stays where no answer came: the server may still be at it', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.server = 'is away';
    browser.openTab().start();
    await browser.pass(200);
    expect(browser.refreshes).toHaveLength(1);
    expect(browser.mark().concerns(browser.cookie!)).toBe(true);
  });
});

describe('keeping it', () => {
  test('the token is replaced before it ends', async () => {
    const { browser, tab } = await signedIn();
    await browser.pass(14 * MINUTE);
    expect(browser.refreshes).toHaveLength(2);
    expect(await tab.keeper.accessToken()).toBe('token-3');
  });

  test('a token that was refused is replaced once, whoever finds out', async () => {
    const { browser, tab } = await signedIn();
    const refused = (await tab.keeper.accessToken())!;
    const others = Promise.all([
      tab.keeper.tokenInsteadOf(refused),
      tab.keeper.tokenInsteadOf(refused),
    ]);
    await browser.pass(0);
    expect(await others).toEqual(['token-3', 'token-3']);
    expect(await tab.keeper.tokenInsteadOf(refused)).toBe('token-3');
    expect(browser.refreshes).toHaveLength(2);
  });

  test('a server that is away is asked again, and nobody is signed out', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.server = 'is away';
    const tab = browser.openTab();
    tab.start();
    await browser.pass(5 * MINUTE);
    expect(tab.state()).toMatchObject({ status: 'restoring', unreachable: true });
    expect(browser.refreshes.length).toBeGreaterThan(5);
    browser.server = 'answers';
    await browser.pass(30_000);
    expect(tab.state()).toMatchObject({ status: 'signed_in', unreachable: false });
  });

  test('a refresh whose answer was lost, several times, is asked for again in time', async () => {
    const { browser, tab } = await signedIn();
    browser.server = 'loses the answer';
    while (browser.refreshes.length < 4) await browser.pass(1_000);
    expect(new Set(browser.refreshes.slice(1)).size).toBe(1);
    browser.server = 'answers';
    await browser.pass(30_000);
    expect(tab.state()).toMatchObject({ status: 'signed_in', unreachable: false });
    expect(await tab.keeper.accessToken()).toBe('token-3');
  });

  test('who was signed in stays so while the server is away', async () => {
    const { browser, tab } = await signedIn();
    browser.server = 'is away';
    await browser.pass(30 * MINUTE);
    expect(tab.state()).toMatchObject({ status: 'signed_in', user: ADA });
    browser.server = 'answers';
    await browser.pass(30_000);
    expect(await tab.keeper.accessToken()).toMatch(/^token-/);
  });

  test('a wait that the server asks for is kept', async () => {
    const browser = new FakeBrowser();
    browser.signIn();
    browser.server = 'is busy';
    browser.openTab().start();
    await browser.pass(19_000);
    expect(browser.refreshes).toHaveLength(1);
    await browser.pass(2_000);
    expect(browser.refreshes).toHaveLength(2);
  });
});

describe('the end of a session', () => {
  test('signing out in one tab signs the others out', async () => {
    const { browser, tab } = await signedIn();
    const other = browser.openTab();
    other.start();
    await browser.pass(1_000);
    expect(await tab.keeper.signOut()).toBeNull();
    await browser.pass(0);
    for (const { state, keeper } of [tab, other]) {
      expect(state()).toMatchObject({ status: 'signed_out', user: null, ending: 'signed_out' });
      expect(await keeper.accessToken()).toBeNull();
    }
  });

  test('who cannot reach the server is told that they are still signed in', async () => {
    const { browser, tab } = await signedIn();
    browser.server = 'is away';
    expect(await tab.keeper.signOut()).toMatchObject({ message: 'Away.' });
    expect(tab.state()?.status).toBe('signed_in');
  });

  test('a session that was ended elsewhere signs out every tab at the next refresh', async () => {
    const { browser, tab } = await signedIn();
    const other = browser.openTab();
    other.start();
    await browser.pass(1_000);
    browser.endElsewhere();
    const token = (await tab.keeper.accessToken())!;
    const instead = tab.keeper.tokenInsteadOf(token);
    await browser.pass(0);
    expect(await instead).toBeNull();
    expect(tab.state()).toMatchObject({ status: 'signed_out', ending: 'expired' });
    expect(other.state()).toMatchObject({ status: 'signed_out', ending: 'expired' });
  });

  test('a tab that slept through a sign-out notices when it is seen again', async () => {
    const { browser, tab } = await signedIn();
    browser.cookie = null;
    tab.keeper.check();
    expect(tab.state()?.status).toBe('signed_out');
  });

  test('signing in in one tab signs in the others', async () => {
    const browser = new FakeBrowser();
    const [one, two] = [browser.openTab(), browser.openTab()];
    one.start();
    two.start();
    await one.keeper.open(async () => ({ data: browser.signIn() }));
    await browser.pass(0);
    expect(two.state()).toMatchObject({ status: 'signed_in', user: ADA });
    expect(browser.refreshes).toEqual([]);
  });

  test('where no cookie can be kept, the session is over with its token', async () => {
    const browser = new FakeBrowser();
    const { keeper, start, state } = browser.openTab();
    start();
    await keeper.open(async () => {
      const data = browser.signIn();
      browser.cookie = null;
      return { data };
    });
    keeper.check();
    expect(state()?.status).toBe('signed_in');
    await browser.pass(16 * MINUTE);
    expect(state()).toMatchObject({ status: 'signed_out', ending: 'expired' });
    expect(browser.refreshes).toEqual([]);
  });
});
