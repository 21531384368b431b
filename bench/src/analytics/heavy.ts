import { eventLoop } from './event-loop.ts';
import { matrixFunction } from './matrix-function.ts';
import { openMatrixMarket, universeOfFifty } from './matrix-market.ts';
import { matrixRoute } from './matrix-route.ts';

/** What a matrix of 50 coins over 30 days of hours is held to: p95, ms. */
const MATRIX_TARGET = 50;
/** What the main thread may do at once while heavy work is asked for: p99, CPU ms. */
const TURN_TARGET = 10;

/** Prints what matrices take and how much others feel of them and of long backtests. Answers whether targets are met. */
export async function heavyWork(): Promise<boolean> {
  const plain = await matrixFunction();
  const universe = universeOfFifty();
  const database = await openMatrixMarket(universe);
  try {
    const asked = await matrixRoute(database, universe);
    const inTime = plain < MATRIX_TARGET && asked < MATRIX_TARGET;
    process.stdout.write(
      `a matrix under ${MATRIX_TARGET} ms at p95: ${inTime ? 'yes' : 'NO'} (${plain.toFixed(1)} ms as a function, ${asked.toFixed(1)} ms cold)\n\n`,
    );
    const turn = await eventLoop(database, universe);
    const unfelt = turn < TURN_TARGET;
    process.stdout.write(
      `turns of the main thread under ${TURN_TARGET} ms of CPU at p99: ${unfelt ? 'yes' : 'NO'} (${turn.toFixed(1)} ms)\n`,
    );
    return inTime && unfelt;
  } finally {
    await database.close();
  }
}
