import {
  accountButton,
  complaint,
  field,
  headerLink,
  openAsNew,
  PASSWORD,
  register,
  section,
  signIn,
  signOut,
  somebody,
  untilProfileLoaded,
} from '../support/account.ts';
import { expect, test } from '../support/dashboard.ts';

test('whoever registers first is told that they will be the administrator', async ({ page }) => {
  const answer = page.waitForResponse('**/api/users/registration');
  await page.goto('/register');
  const { data } = (await (await answer).json()) as { data: { first_account: boolean } };
  await expect(field(page, 'Username')).toBeVisible();
  await expect(page.getByText('it will be the administrator’s')).toHaveCount(
    data.first_account ? 1 : 0,
  );
});

test('from the dashboard to an account and back to the same coin', async ({ dashboard, page }) => {
  await dashboard.open('/dashboard?coin=ethereum');
  await headerLink(page).click();
  await page.getByRole('link', { name: 'Create one' }).click();
  const person = somebody();
  await register(page, person);
  await expect(page).toHaveURL(/\/dashboard\/\?coin=ethereum$/);
  await expect(accountButton(page, person)).toBeVisible();
  await expect(dashboard.rows()).toHaveCount(30);
});

test('an account’s life: preferences, a reload, an API key, out and in again, and its end', async ({
  page,
  request,
}) => {
  const person = await openAsNew(page);
  await untilProfileLoaded(page);

  const preferences = section(page, 'Preferences');
  await preferences.getByRole('radio', { name: 'Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await field(preferences, 'Currency').selectOption('EUR');
  await preferences.getByRole('switch', { name: 'Alerts on open pages' }).click();
  await expect(preferences.getByText('Saved', { exact: true })).toBeVisible();

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(accountButton(page, person)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(field(preferences, 'Currency')).toHaveValue('EUR');
  await expect(preferences.getByRole('switch', { name: 'Alerts on open pages' })).not.toBeChecked();

  const keys = section(page, 'API keys');
  await keys.getByRole('button', { name: 'New key' }).click();
  await expect(field(keys, 'Name')).toBeFocused();
  await field(keys, 'Name').fill('spreadsheet');
  await field(keys, 'Name').press('Enter');
  const key = (await keys.getByTestId('secret').textContent()) ?? '';
  expect(key).toMatch(/^tmk_/);
  const asKey = () => request.get('/api/users/me', { headers: { authorization: `Bearer ${key}` } });
  expect((await asKey()).status()).toBe(200);
  await keys.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText(key)).toHaveCount(0);
  await keys.getByRole('button', { name: 'Revoke spreadsheet' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(keys).toContainText('You have no keys.');
  expect((await asKey()).status()).toBe(401);

  await signOut(page, person);
  await expect(page).toHaveURL(/\/login\/\?next=%2Fprofile/);
  await signIn(page, person.email);
  await expect(page).toHaveURL(/\/profile\/?$/);
  await expect(field(page, 'Username')).toHaveValue(person.username);

  const end = section(page, 'Delete account');
  await end.getByRole('button', { name: 'Delete account…' }).click();
  await field(end, `Your username, ${person.username}`).fill(person.username);
  await field(end, 'Password').fill(PASSWORD);
  await field(end, 'Password').press('Enter');
  await expect(page.getByText('Your account is deleted.')).toBeVisible();
  await signIn(page, person.username);
  await expect(complaint(page)).toContainText('Wrong name or password.');
});

test('the name and the password change, and the new ones are what signs in', async ({ page }) => {
  const person = await openAsNew(page);
  const renamed = { ...person, username: `${person.username}-b` };
  const profile = section(page, 'Profile');
  await field(profile, 'Username').fill(renamed.username);
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(accountButton(page, renamed)).toBeVisible();

  await field(profile, 'Current password').fill('not this one');
  await field(profile, 'New password').fill('another tide entirely');
  await profile.getByRole('button', { name: 'Change password' }).click();
  await expect(field(profile, 'Current password')).toBeFocused();
  await expect(field(profile, 'Current password')).toHaveAccessibleDescription(/is wrong/);
  await field(profile, 'Current password').fill(PASSWORD);
  await profile.getByRole('button', { name: 'Change password' }).click();
  await expect(profile.getByText('Password changed')).toBeVisible();

  await signOut(page, renamed);
  await signIn(page, renamed.username, 'another tide entirely');
  await expect(accountButton(page, renamed)).toBeVisible();
});

test('what the server refuses is said at the field, and the field has the focus', async ({
  page,
}) => {
  const person = await openAsNew(page);
  await signOut(page, person);
  await page.goto('/register');
  await field(page, 'Username').fill(person.username.toUpperCase());
  await field(page, 'Email').fill('elsewhere@example.org');
  await field(page, 'Password').fill('short');
  await field(page, 'Password').press('Enter');
  await expect(field(page, 'Password')).toBeFocused();
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/at least 8 characters/);
  await field(page, 'Password').fill('password1');
  await field(page, 'Password').press('Enter');
  await expect(field(page, 'Password')).toHaveAccessibleDescription(/most common passwords/);
  await field(page, 'Password').fill(PASSWORD);
  await field(page, 'Password').press('Enter');
  await expect(field(page, 'Username')).toBeFocused();
  await expect(field(page, 'Username')).toHaveAccessibleDescription(/Username is taken/);
});

test('a wrong password is said to be one, and too many are held back for a while', async ({
  page,
}) => {
  const person = await openAsNew(page);
  await signOut(page, person);
  await page.goto('/login');
  await signIn(page, person.username, 'not this one');
  await expect(complaint(page)).toHaveText('Wrong name or password.');
  await expect(field(page, 'Password')).toBeFocused();

  const limited = { code: 'RATE_LIMITED', message: 'Wait 2 s.' };
  await page.route('**/api/users/login', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'retry-after': '2' },
      json: { success: false, error: limited, meta: {} },
    }),
  );
  await field(page, 'Password').press('Enter');
  const send = page.getByRole('main').getByRole('button', { name: 'Sign in' });
  await expect(complaint(page)).toContainText(/Try again in [12] s\./);
  await expect(send).toBeDisabled();
  await page.unroute('**/api/users/login');
  await expect(complaint(page)).toContainText('You can try again now.');
  await expect(send).toBeEnabled();
});

test('whoever is led elsewhere after signing in is not', async ({ page }) => {
  const person = await openAsNew(page);
  for (const evil of ['/\\evil.example/', 'javascript:alert(1)']) {
    await signOut(page, person);
    await page.goto(`/login?next=${encodeURIComponent(evil)}`);
    await signIn(page, person.username);
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/dashboard\/?$/);
  }
});

test('a link for a new password hides its token, and one that is not ours is refused', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(sent.url()));
  await page.goto('/login/reset#token=not-a-token');
  await expect(field(page, 'New password')).toBeVisible();
  expect(page.url()).not.toContain('not-a-token');
  expect(asked.filter((url) => new URL(url).href.split('#')[0]?.includes('not-a-token'))).toEqual(
    [],
  );
  await field(page, 'New password').fill(PASSWORD);
  await field(page, 'New password').press('Enter');
  await expect(complaint(page)).not.toHaveText('');
  await page.goto('/login/reset');
  await expect(page.getByText('This link is not whole.')).toBeVisible();
});

test('asking for a link answers the same whether or not there is such an account', async ({
  page,
}) => {
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgotten it?' }).click();
  await field(page, 'Email').fill('nobody@example.org');
  await field(page, 'Email').press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'If there is an account with that email',
  );
});

test('the login page warns where no session can be kept', async ({ page }) => {
  await page.goto('/login');
  await expect(field(page, 'Password')).toBeVisible();
  await expect(page.getByText('over plain http')).toHaveCount(0);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
  await page.reload();
  await expect(page.getByText('over plain http')).toBeVisible();
});
