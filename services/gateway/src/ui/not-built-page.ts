import { page } from '@tidemark/http/replies/error-page';

const LOOK_AGAIN_S = 5;

/** Stands in for the web app until it is built, and goes on to it by itself. */
export const NOT_BUILT_PAGE = page(
  'Tidemark is running',
  `<p>The web app is not built yet. <code>npm start</code> builds it; so does
    <code>npm run build -w @tidemark/web</code>.</p>
  <p>The API is here: <a href="/api/docs">/api/docs</a>.</p>`,
  LOOK_AGAIN_S,
);
