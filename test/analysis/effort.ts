// How much the oracles of the analyser ask: a seeded portion in `npm test`, everything in `npm run test:oracle`.

const isFull = process.env['CRIT_ORACLE'] === 'full';

/** Milliseconds that one oracle may take: a guard against hanging, not a measure. */
export const TIMEOUT = isFull ? 3_600_000 : 120_000;

/** `portion` in `npm test`, `full` in `npm run test:oracle`. The first cases of both are the same. */
export const effort = (portion: number, full: number): number => (isFull ? full : portion);
