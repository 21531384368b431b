import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Provider } from 'react-redux';
import { afterEach, expect, test } from 'vitest';
import { createStore } from '../../store/store.ts';
import { articleOf } from './article.fixture.ts';
import { ArticleRow } from './article-row.tsx';

afterEach(cleanup);

const scored = {
  sentiment: {
    ...{ score: -0.9, negative: 0.93, neutral: 0.04, positive: 0.03, label: 'negative' as const },
    ...{ words: [{ text: 'hacked', weight: -2 }], model: 'tidemark-headlines 1' },
  },
};

function show(rest: Parameters<typeof articleOf>[1]): void {
  const article = articleOf(7, rest);
  render(
    <Provider store={createStore()}>
      <ArticleRow article={article} nameOf={(coin) => coin} now={article.published_at + 120_000} />
    </Provider>,
  );
}

test('an article is opened elsewhere, without learning from where', () => {
  show({ title: 'Exchange hacked', told_by: 3, ...scored });
  const link = screen.getByRole('link', { name: /opens in a new tab/ });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(screen.getByText('hacked').dataset['tone']).toBe('bad');
  expect(screen.getByText('told by 3')).toBeTruthy();
  expect(screen.getByText('2 min ago')).toBeTruthy();
});

test('an address that is none of the web is no link', () => {
  show({ title: 'Press me', url: 'javascript:alert(1)' });
  expect(screen.queryByRole('link', { name: /Press me/ })).toBeNull();
});

test('probabilities are told on asking', () => {
  show({ title: 'Exchange hacked', ...scored });
  expect(screen.queryByText('93%')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Why: Exchange hacked' }));
  expect(screen.getByText('93%')).toBeTruthy();
  expect(screen.getByText(/hacked −2.00/)).toBeTruthy();
  expect(screen.getByText('Sign in to say so')).toBeTruthy();
});

test('what is in another language says so, and that it is not scored', () => {
  show({ title: 'Kurs steigt', language: 'de' });
  expect(screen.getByText('not scored')).toBeTruthy();
  expect(screen.getByText(/: German/)).toBeTruthy();
});
