import { createReadStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { importFile } from './import-file.ts';
const file = process.argv[2] ?? '';
if (process.argv[3] === 'plain') {
  const t = performance.now(); const rows = parse(readFileSync(file), {}); const ms = performance.now() - t;
  console.log('csv-parse', rows.length, Math.round(ms), 'ms', Math.round(rows.length / ms * 1000), 'rows/s', Math.round(process.resourceUsage().maxRSS / 1024), 'MB');
} else {
  const t = performance.now(); const r = await importFile(createReadStream(file), { fileName: 'big.csv' }); const ms = performance.now() - t;
  console.log('import', r.rows, r.transactions.length, r.outcomes.refused.length, Math.round(ms), 'ms', Math.round(r.rows / ms * 1000), 'rows/s', Math.round(process.resourceUsage().maxRSS / 1024), 'MB');
}
