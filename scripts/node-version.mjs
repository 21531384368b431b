/** Throws, in words, when the host's Node.js is too old to fetch the one that Tidemark brings along. */
export function requireNode(major) {
  const has = process.versions.node;
  if (Number(has.split('.')[0]) >= major) return true;
  throw new Error(
    'Tidemark needs Node.js ' +
      major +
      ' or newer to start (it brings its own Node.js 24 along); this is ' +
      has +
      '. See https://nodejs.org/en/download',
  );
}
