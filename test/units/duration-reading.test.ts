// Durations are read from a count and a unit of time, and anything else is refused with its reason.
import assert from 'node:assert/strict';
import { parseDuration } from '@crit-lang/model/units/durations.js';

describe('reading durations', function () {
    for (const [text, count, unit] of [
        ['6 months', '6', 'month'],
        ['26 weeks', '26', 'week'],
        ['1.5 years', '1.5', 'year'],
        ['1/2 year', '0.5', 'year'],
        ['  28   days ', '28', 'day'],
        ['5 half-lives', '5', 'half-life'],
        ['72h', '72', 'hour'],
        ['30 min', '30', 'minute'],
        ['3 mo', '3', 'month'],
    ] as const) {
        it(`reads ${JSON.stringify(text)}`, function () {
            const reading = parseDuration(text);
            assert.deepEqual(reading.ok ? [reading.duration.count.toString(), reading.duration.unit] : reading.message, [count, unit]);
        });
    }

    for (const [text, reason] of [
        ['', 'not-a-duration'],
        ['months', 'not-a-duration'],
        ['6', 'not-a-duration'],
        ['6 mg', 'not-a-duration'],
        ['6 seconds', 'not-a-duration'],
        ['6 fortnights', 'not-a-duration'],
        ['-6 months', 'negative'],
        ['1.2.3 months', 'not-a-number'],
        ['1/0 months', 'not-a-number'],
        [`${'9'.repeat(70)} months`, 'not-a-number'],
        [`6 ${' '.repeat(1_000_000)}months`, 'not-a-duration'],
    ] as const) {
        it(`refuses ${JSON.stringify(text.slice(0, 20))} (${reason})`, function () {
            const reading = parseDuration(text);
            assert.equal(reading.ok ? 'read' : reading.reason, reason);
        });
    }
});
