// How much the oracles of the analyser ask: a seeded portion in `npm test`, everything in `npm run test:oracle`.

const isFull = process.env['CRIT_ORACLE'] === 'full';

/** `portion` in `npm test`, `full` in `npm run test:oracle`. The first cases of both are the same. */
export const effort = (portion: number, full: number): number => (isFull ? full : portion);
