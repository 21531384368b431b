import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const CHECK_EVERY_MS = 200;
const ANSWER_WITHIN_MS = 30_000;
const SAMPLES = 10;

export interface LoadOptions {
  /** Where the load goes, turn about. */
  urls: readonly string[];
  paths: readonly string[];
  /** Requests at a time. Default 8. */
  concurrency?: number;
  /** Between an answer and the next request, ms. Default 10. */
  pauseMs?: number;
}

/** What a load balancer in front of the gateways would have seen. */
export interface LoadReport {
  requests: number;
  /** Answers by status. */
  statuses: Record<number, number>;
  /** Sent again elsewhere because nobody took the connection. */
  refused: number;
  /** Sent again because an idle connection was closed as the request went out. */
  stale: number;
  /** Requests that got no answer, by reason. */
  failed: Record<string, number>;
  /** The first answers that were not 200, in words. */
  samples: string[];
}

export interface BalancedLoad {
  report(): LoadReport;
  /** Waits for the answers that are under way. */
  stop(): Promise<LoadReport>;
}

interface Backend {
  url: string;
  agent: Agent;
  inRotation: boolean;
}

type Outcome =
  | { status: number; body: string }
  | { retry: 'refused' | 'stale' }
  | { failed: string };

/**
 * GET requests as a load balancer sends them: over connections that are kept, to those that say they are ready, once
 * more to another when nobody took the connection.
 */
export function startBalancedLoad(options: LoadOptions): BalancedLoad {
  const { urls, paths, concurrency = 8, pauseMs = 10 } = options;
  const backends = urls.map((url): Backend => {
    return {
      url,
      agent: new Agent({ keepAlive: true, maxSockets: concurrency }),
      inRotation: true,
    };
  });
  const report: LoadReport = {
    requests: 0,
    statuses: {},
    refused: 0,
    stale: 0,
    failed: {},
    samples: [],
  };
  let stopped = false;
  let turn = 0;
  const next = (not?: Backend): Backend => {
    turn += 1;
    const others = backends.filter((backend) => backend !== not);
    const up = others.filter(({ inRotation }) => inRotation);
    const choice = up.length > 0 ? up : others;
    return choice[turn % choice.length] as Backend;
  };
  const loop = async () => {
    while (!stopped) {
      report.requests += 1;
      const path = paths[report.requests % paths.length] ?? '/';
      await balanced(next, path, report);
      await sleep(pauseMs);
    }
  };
  const loops = Array.from({ length: concurrency }, loop);
  const checks = backends.map(async (backend) => {
    while (!stopped) {
      backend.inRotation = await isReady(backend.url);
      await sleep(CHECK_EVERY_MS);
    }
  });
  return {
    report: () => structuredClone(report),
    stop: async () => {
      stopped = true;
      await Promise.all([...loops, ...checks]);
      for (const { agent } of backends) agent.destroy();
      return report;
    },
  };
}

/** Sends one request, at most twice, and enters the outcome. */
async function balanced(
  next: (not?: Backend) => Backend,
  path: string,
  report: LoadReport,
): Promise<void> {
  const first = next();
  let outcome = await request(first, path);
  if ('retry' in outcome) {
    report[outcome.retry] += 1;
    outcome = await request(next(first), path);
  }
  if ('status' in outcome) {
    const { status, body } = outcome;
    report.statuses[status] = (report.statuses[status] ?? 0) + 1;
    if (status !== 200 && report.samples.length < SAMPLES) {
      report.samples.push(`${new Date().toISOString()} ${path}: ${status} ${body.slice(0, 300)}`);
    }
    return;
  }
  const why = 'retry' in outcome ? `twice ${outcome.retry}` : outcome.failed;
  report.failed[why] = (report.failed[why] ?? 0) + 1;
}

function request({ url, agent }: Backend, path: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const sent = get(url + path, { agent, timeout: ANSWER_WITHIN_MS }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (body += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      answer.on('error', (error) => resolve({ failed: `answer cut: ${error.message}` }));
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve({ retry: 'refused' });
      else if (error.code === 'ECONNRESET' && sent.reusedSocket) resolve({ retry: 'stale' });
      else resolve({ failed: error.code ?? error.message });
    });
  });
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );
}
