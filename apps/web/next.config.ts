import path from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'export',
  // `/dashboard/` is a folder with an index.html, which every static file server can serve.
  trailingSlash: true,
  images: { unoptimized: true },
  transpilePackages: ['@tidemark/contracts', '@tidemark/client'],
  reactStrictMode: true,
  // `npm run typecheck` does this, and a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(import.meta.dirname, '../..') },
};

export default config;
