import type { Letter } from '@tidemark/mail/letter';

/** What an owner hears about by mail: the subject, and what happened. */
const NOTICES = {
  password_changed: [
    'Your Tidemark password was changed',
    'The password of your account was changed. Other devices were signed out.',
  ],
  password_reset: [
    'Your Tidemark password was reset',
    'The password of your account was set anew with a link from a mail. Every device was signed out, and every API key is gone.',
  ],
  email_changed: [
    'Your Tidemark mail address was changed',
    'The mail address of your account was changed. Mail goes to the new one from now on.',
  ],
  two_factor_enabled: [
    'The second factor of your Tidemark account is on',
    'The second factor of your account was turned on.',
  ],
  two_factor_disabled: [
    'The second factor of your Tidemark account is off',
    'The second factor of your account was turned off.',
  ],
  recovery_codes_replaced: [
    'Your Tidemark account has new recovery codes',
    'Your account has new recovery codes. The old ones no longer work.',
  ],
  recovery_code_used: [
    'A recovery code of your Tidemark account was used',
    'A recovery code was used for your account. It does not work a second time.',
  ],
  second_factor_guessed: [
    'Wrong codes after the right password of your Tidemark account',
    'Somebody gave wrong codes of your second factor, again and again, after your right password: they know it. Nobody got in with them. Choose another password, with a recovery code where signing in is held back.',
  ],
} as const;
export type NoticeName = keyof typeof NOTICES;

interface Reader {
  to: string;
  username: string;
}

/** Tells an owner what happened to the account. It has no link: a copy of it could lead somewhere else. */
export function noticeLetter({ to, username }: Reader, name: NoticeName, at: Date): Letter {
  const [subject, happened] = NOTICES[name];
  const lines = [
    `Hello ${username},`,
    happened,
    `This was on ${written(at)}.`,
    'If it was you, there is nothing to do. If not, reset your password now, end all sessions, and look through the API keys in your profile. The administrator of this Tidemark can help.',
    'You can turn these mails off in your preferences.',
  ];
  return { to, subject, text: paragraphs(lines) };
}

/** @param minutes how long the link is good */
export function resetLetter({ to, username }: Reader, link: string, minutes: number): Letter {
  const lines = [
    `Hello ${username},`,
    `somebody asked to reset the password of your Tidemark account. To choose a new one, open this link within ${minutes} minutes. It works once:`,
    link,
    'If it was not you, there is nothing to do: without the link nobody can change your password.',
  ];
  return { to, subject: 'Reset your Tidemark password', text: paragraphs(lines) };
}

function paragraphs(lines: readonly string[]): string {
  return `${lines.join('\n\n')}\n`;
}

/** Such as `2026-11-21 15:13 UTC`. */
function written(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
