export const NOT_BUILT_PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>Tidemark</title>
  <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }
  </style>
  <h1>Tidemark is running</h1>
  <p>The web app is not built yet. <code>npm start</code> builds it; so does
    <code>npm run build -w @tidemark/web</code>, followed by a restart.</p>
  <p>The API is here: <a href="/api/docs">/api/docs</a>.</p>
</html>
`;
