import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../message.ts';
import { TEMPLATES } from './templates.ts';

const MESSAGE: Message = {
  firing_id: 'a-firing',
  title: 'Bitcoin below 60,000 USD',
  text: 'It is 59,990.5 USD.',
  url: 'https://tidemark.example/alerts/?a=1&b=2',
  coin_id: 'bitcoin',
  price: 59_990.5,
  quality: 'good',
  sources: ['binance'],
  rule: 'price below 60,000 USD',
  fired_at: '2026-11-30T20:00:00.000Z',
  late: false,
  simulated: false,
  test: false,
};
const URL_OF_CHANNEL = 'https://receiver.example/topic';

function written(template: keyof typeof TEMPLATES, message: Partial<Message>) {
  return TEMPLATES[template]({ ...MESSAGE, ...message }, URL_OF_CHANNEL).body as Record<
    string,
    string
  >;
}

test('Discord reads nothing of a text as markup, link or mention, and mentions nobody', () => {
  const body = written('discord', { title: '**x** @everyone', text: '# [a](b) <@1> `c` \\' });
  expect(body.content).toBe(
    '**\\*\\*x\\*\\* \\@everyone**\n\\# \\[a\\]\\(b\\) \\<\\@1\\> \\`c\\` \\\\\n<https://tidemark.example/alerts/?a=1&b=2>',
  );
  expect(body.allowed_mentions).toEqual({ parse: [] });
});

test('Slack reads nothing of a text as a link or a mention', () => {
  const body = written('slack', { title: 'a & b', text: '<!channel> <http://evil.example|x>' });
  expect(body.text).toBe(
    'a &amp; b\n&lt;!channel&gt; &lt;http://evil.example|x&gt;\n<https://tidemark.example/alerts/?a=1&amp;b=2>',
  );
  expect(body).toMatchObject({ mrkdwn: false, link_names: false });
});

test('whatever a message says, receivers get no more than they take, and the link whole', () => {
  const piece = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
  const text = fc.tuple(piece, fc.nat(3_000)).map(([part, times]) => part.repeat(times));
  fc.assert(
    fc.property(text, text, (title, more) => {
      const message = { title, text: more };
      const { content = '' } = written('discord', message);
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect(content.endsWith(`\n<${MESSAGE.url}>`)).toBe(true);
      expect(written('slack', message).text?.length).toBeLessThanOrEqual(4_000);
      const { title: short = '', message: body = '' } = written('ntfy', message);
      expect(Buffer.byteLength(short + body)).toBeLessThanOrEqual(4_096);
    }),
    { numRuns: 20 },
  );
});

test('what is no usual alert says so before its title', () => {
  const marks = { test: true, simulated: true, late: true };
  const title = '[test] [simulated] [late] Bitcoin below 60,000 USD';
  for (const template of ['ntfy', 'gotify', 'home_assistant'] as const) {
    expect(written(template, marks).title).toBe(title);
  }
  expect(written('slack', marks).text).toContain(title);
});

test('a path, which leads nowhere from elsewhere, is sent to programs alone', () => {
  const message = { url: '/alerts?firing=1' };
  for (const template of ['discord', 'slack', 'ntfy', 'gotify'] as const) {
    expect(JSON.stringify(written(template, message))).not.toContain('/alerts');
  }
  expect(written('tidemark', message)).toMatchObject({ data: message });
  expect(written('home_assistant', message)).toMatchObject(message);
});
