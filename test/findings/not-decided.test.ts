// What needs more steps than are spent on one question is said to be undecided, in so many steps on every machine; nothing else is claimed.
import assert from 'node:assert/strict';
import { analyse } from '@crit-lang/findings/report.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

/** More items than places, each item in one place, at most one item in a place: nobody can, which takes a solver without counting very long to see. */
function pigeonholes(items: number, places: number): string {
    const name = (item: number, place: number): string => `statement "Item ${item} is in place ${place}"`;
    const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
    const placed = range(items).map(
        (item) =>
            `include I-${item} { any of { ${range(places)
                .map((place) => name(item, place))
                .join('; ')} } }`,
    );
    const alone = range(places).map(
        (place) =>
            `include P-${place} { at most 1 of { ${range(items)
                .map((item) => name(item, place))
                .join('; ')} } }`,
    );
    return ['protocol Places "Items in places" { age from 18 years }', ...placed, ...alone].join('\n');
}

describe('what the budget of steps does not decide', function () {
    it('is said, with the criteria that it is about, and makes the report incomplete', function () {
        const { document, diagnostics } = compile(parseFile('places.crit', pigeonholes(14, 13)));
        assert.deepEqual(
            diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
            [],
        );
        const { findings, cohorts, complete } = analyse(document);
        assert.equal(complete, false);
        assert.equal(cohorts[0]?.satisfiable, null);
        assert.ok((cohorts[0].reason ?? '').length > 0);
        assert.ok(findings.some(({ name, verdict }) => name === 'not-decided' && verdict === 'undecided'));
        assert.ok(!findings.some(({ name }) => name === 'cohort-unsatisfiable'), 'nothing is claimed that was not proved');
    });
});
