import { parentPort, workerData } from 'node:worker_threads';
import type { ReportInput } from './report-input.ts';
import { writeReport } from './write-report.ts';

const written = await writeReport(workerData as ReportInput);
// A copy of its own: a buffer of the pool is not to be moved.
const bytes = new Uint8Array(written);
parentPort?.postMessage(bytes, [bytes.buffer]);
