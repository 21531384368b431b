import type { Metadata } from 'next';
import { SentimentPage } from '../../sentiment/sentiment-page.tsx';

export const metadata: Metadata = { title: 'News & sentiment' };

export default function Page() {
  return <SentimentPage />;
}
