import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import {
  accountButton,
  field,
  headerLink,
  openAsNew,
  PASSWORD,
  section,
  signIn,
  signOut,
  untilProfileLoaded,
} from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';

/** Notes requests for accounts and faults on the console from now on. */
function watch(page: Page) {
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (sent) => {
    if (sent.url().includes('/api/users/')) asked.push(new URL(sent.url()).pathname);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { asked, faults };
}

test('whoever has no account costs nothing and sees no error', async ({ dashboard, page }) => {
  const { asked, faults } = watch(page);
  await dashboard.open();
  await expect(headerLink(page)).toBeVisible();
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
});

test('a page for signed-in people sends others to sign in, and takes them back', async ({
  page,
}) => {
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/login\/\?next=%2Fprofile/);
  const person = await openAsNew(page);
  await signOut(page, person);
  await page.goto('/profile');
  await signIn(page, person.username);
  await expect(field(page, 'Username')).toHaveValue(person.username);
});

test('the session outlives reloads, also those in the middle of a refresh', async ({ page }) => {
  const person = await openAsNew(page);
  for (let turn = 0; turn < 6; turn += 1) {
    const refresh = page.waitForRequest('**/api/users/refresh');
    await page.goto('/profile', { waitUntil: 'commit' });
    await refresh;
  }
  await page.reload();
  await expect(accountButton(page, person)).toBeVisible();
  await expect(field(page, 'Username')).toHaveValue(person.username);
});

test('the token stays out of what the browser stores', async ({ page }) => {
  const answer = page.waitForResponse('**/api/users/register');
  await openAsNew(page);
  const { data } = (await (await answer).json()) as { data: Record<string, unknown> };
  expect(Object.keys(data)).not.toContain('refresh_token');
  const token = String(data['access_token']);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  expect(token.length).toBeGreaterThan(40);
  expect(kept).not.toContain(token);
});

test('a token that is refused is replaced, and the request sent again', async ({ page }) => {
  await openAsNew(page);
  await untilProfileLoaded(page);
  let refused = 0;
  await page.route('**/api/users/me/api-keys', async (route) => {
    if (refused > 0) return route.continue();
    refused += 1;
    const error = { code: 'UNAUTHORIZED', message: 'Expired.' };
    return route.fulfill({ status: 401, json: { success: false, error, meta: {} } });
  });
  const { asked } = watch(page);
  const keys = section(page, 'API keys');
  await keys.getByRole('button', { name: 'New key' }).click();
  await field(keys, 'Name').fill('spreadsheet');
  await field(keys, 'Name').press('Enter');
  await expect(keys.getByTestId('secret')).toContainText('tmk_');
  expect(refused).toBe(1);
  expect(asked.filter((path) => path.endsWith('/refresh'))).toHaveLength(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('tabs share the session: signed in together, signed out together', async ({
  context,
  page,
}) => {
  await page.goto('/dashboard');
  const other = await context.newPage();
  await other.goto('/dashboard');
  await expect(headerLink(other)).toBeVisible();
  const person = await openAsNew(page);
  await expect(accountButton(other, person)).toBeVisible();
  await other.goto('/profile');
  await untilProfileLoaded(other);
  await signOut(page, person);
  await expect(other).toHaveURL(/\/login\//);
  await expect(headerLink(other)).toBeVisible();
});

test('tabs that load at once keep the session', async ({ context, page }) => {
  const person = await openAsNew(page);
  const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all(
    tabs.map((tab) => tab.goto(new URL('/login/forgot', page.url()).href, { waitUntil: 'commit' })),
  );
  for (const tab of tabs) {
    await expect(accountButton(tab, person)).toBeVisible({ timeout: 45_000 });
  }
  await page.reload();
  await expect(accountButton(page, person)).toBeVisible();
});

test('a session that is ended elsewhere is over here, and says so', async ({ browser, page }) => {
  const person = await openAsNew(page);
  await untilProfileLoaded(page);
  const elsewhere = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await elsewhere.goto('/login?next=%2Fprofile%2F');
  await signIn(elsewhere, person.username);
  await untilProfileLoaded(elsewhere);
  const sessions = section(elsewhere, 'Sessions');
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await sessions.getByRole('button', { name: /^End/ }).click();
  await elsewhere.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);

  // The page looks again when somebody comes back to it.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page).toHaveURL(/\/login\/\?next=%2Fprofile/);
  await elsewhere.context().close();
});

test('signing out everywhere ends this session too', async ({ page }) => {
  await openAsNew(page);
  await untilProfileLoaded(page);
  await section(page, 'Sessions').getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/login\//);
});

test('a server that is away signs nobody out', async ({ page }) => {
  const person = await openAsNew(page);
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Your session is taken up again')).toBeVisible();
  await page.unroute('**/api/**');
  await expect(accountButton(page, person)).toBeVisible({ timeout: 45_000 });
});

test('a second factor: enrolled, asked for, replaced by a recovery code, turned off', async ({
  page,
}) => {
  const person = await openAsNew(page);
  const part = section(page, 'Second factor');
  await part.getByRole('button', { name: 'Set up' }).click();
  await expect(field(part, 'Password')).toBeFocused();
  await field(part, 'Password').fill(PASSWORD);
  await field(part, 'Password').press('Enter');
  await expect(part.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = ((await part.getByTestId('totp-secret').textContent()) ?? '').replaceAll(' ', '');
  await field(part, 'Code').fill('000000');
  await field(part, 'Code').press('Enter');
  await expect(field(part, 'Code')).toHaveAccessibleDescription(/is wrong/);
  await field(part, 'Code').fill(await generate({ secret }));
  await field(part, 'Code').press('Enter');
  const codes = part.getByTestId('recovery-codes').getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [first = '', second = ''] = await codes.allTextContents();
  await part.getByRole('button', { name: 'I have it' }).click();
  await expect(part).toContainText('10 recovery codes are left.');

  await signOut(page, person);
  await signIn(page, person.username);
  await expect(field(page, 'Code')).toBeFocused();
  await field(page, 'Code').fill('000000');
  await field(page, 'Code').press('Enter');
  await expect(field(page, 'Code')).toHaveAccessibleDescription(/Code did not work/);
  // Each step is good once: the one of the enrolment is used, the next is half a minute away at most.
  const later = Math.floor(Date.now() / 1000) + 30;
  await field(page, 'Code').fill(await generate({ secret, epoch: later }));
  await field(page, 'Code').press('Enter');
  await expect(field(page, 'Username')).toHaveValue(person.username);

  await signOut(page, person);
  await signIn(page, person.username);
  await field(page, 'Code').fill(first);
  await field(page, 'Code').press('Enter');
  await expect(part).toContainText('9 recovery codes are left.');
  await part.getByRole('button', { name: 'Turn off' }).click();
  await field(part, 'Password').fill(PASSWORD);
  await field(part, 'Code').fill(second);
  await field(part, 'Code').press('Enter');
  await expect(part.getByRole('button', { name: 'Set up' })).toBeVisible();
});
