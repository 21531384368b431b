import { expect, type Locator, type Page } from '@playwright/test';

export const PASSWORD = 'a tide of ten thousand';
let count = 0;

/** Somebody of whom there is no account yet. */
export interface Person {
  username: string;
  email: string;
}

/** A new person for each journey: they all live on one server, those of other workers too. */
export function somebody(): Person {
  count += 1;
  const username = `ada-${Date.now().toString(36)}-${process.pid.toString(36)}-${count}`;
  return { username, email: `${username}@example.org` };
}

export const headerLink = (page: Page) => page.getByRole('link', { name: 'Sign in' }).first();
export const accountButton = (page: Page, { username }: Person) =>
  page.getByRole('button', { name: `Account of ${username}` });
export const section = (part: Page | Locator, name: string): Locator =>
  part.getByRole('region', { name });
/** The field of that name alone: no region, no picture. */
export const field = (within: Page | Locator, name: string): Locator =>
  within.getByLabel(name, { exact: true }).and(within.locator('input, select'));
/** What a form says when it was refused. */
export const complaint = (page: Page) => page.getByRole('main').getByRole('alert');

/** Fills the form of /register, where the page is, and sends it. */
export async function register(page: Page, person: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
  await field(page, 'Username').fill(person.username);
  await field(page, 'Email').fill(person.email);
  await field(page, 'Password').fill(PASSWORD);
  await field(page, 'Password').press('Enter');
}

/** Opens the profile as somebody new. */
export async function openAsNew(page: Page): Promise<Person> {
  const person = somebody();
  await page.goto('/register/?next=%2Fprofile%2F');
  await register(page, person);
  await expect(page).toHaveURL(/\/profile\/?$/);
  await expect(field(page, 'Username')).toHaveValue(person.username);
  return person;
}

/** Fills the form of /login, where the page is, and sends it. */
export async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await field(page, 'Email or username').fill(name);
  await field(page, 'Password').fill(password);
  await field(page, 'Password').press('Enter');
}

export async function signOut(page: Page, person: Person): Promise<void> {
  await accountButton(page, person).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(headerLink(page)).toBeVisible();
}

/** Waits until everything on the profile has come. */
export async function untilProfileLoaded(page: Page): Promise<void> {
  await expect(page.getByRole('switch')).toHaveCount(2);
  await expect(section(page, 'Sessions').getByText('This session')).toBeVisible();
  await expect(section(page, 'Security events').getByRole('listitem').first()).toBeVisible();
  await expect(section(page, 'Second factor').getByText(/^(?:On|Off)$/)).toBeVisible();
}
