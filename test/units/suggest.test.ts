// What is offered for a misspelt unit and for a unit of the wrong kind.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { suggestSpellings, suggestUnits } from '@crit-lang/model/units/suggest.js';
import { unit } from './units.js';

describe('suggesting units', function () {
    for (const [written, first] of [
        ['gramm', 'g'],
        ['mgdl', 'mg/dL'],
        ['milligramms', 'mg'],
        ['umoll', 'µmol'],
        ['mmol/l/', 'mmol/L'],
        ['mL/min/1.73', 'mL/min/1.73 m2'],
        ['mll/min', 'mL/min'],
        ['moths', 'months'],
        ['yaers', 'years'],
        ['half-lifes', 'half-lives'],
        ['mmHG/', 'mmHg'],
        ['10^9 / Ltr', '10^9/L'],
        ['% pred.', '% predicted'],
        ['cell/mmm3', 'cells/mm3'],
        ['Mg/dL', 'mg/dL'],
    ] as const) {
        it(`${written}: ${first} comes first`, function () {
            const reading = parseUnit(written);
            assert.equal(reading.ok ? 'read' : reading.suggestions[0], first);
        });
    }

    it('puts what the place expects before what is as near', function () {
        assert.equal(suggestSpellings('mg/kL', ['mg/kg'])[0], 'mg/kg');
        assert.equal(suggestSpellings('mg/kL', ['mg/dL'])[0], 'mg/dL');
    });

    it('offers nothing where nothing is near', function () {
        assert.deepEqual(suggestSpellings('screwdriver'), []);
        assert.deepEqual(suggestSpellings(''), []);
    });

    it('offers the right units for one of the wrong kind, the own unit of the measure first', function () {
        assert.equal(suggestUnits('mmHg', [unit('mg/dL'), unit('µmol/L')])[0], 'mg/dL');
        assert.equal(suggestUnits('mmHg', [unit('mg/dL'), unit('µmol/L')])[1], 'µmol/L');
        assert.deepEqual(suggestUnits('g/l', [unit('g/dL')]).slice(0, 2), ['g/dL', 'g/L']);
        assert.deepEqual(suggestUnits('mL/min', [unit('mL/min/1.73 m2')]), ['mL/min/1.73 m2', 'mL/s/1.73 m2']);
        assert.deepEqual(suggestUnits('mg', []), []);
    });

    it('offers at most five, each a unit that is read, for any text', function () {
        fc.assert(
            fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.stringMatching(/^[a-zA-Z/]{1,12}$/)), (text) => {
                const suggestions = suggestSpellings(text, ['mg/dL']);
                assert.ok(suggestions.length <= 5);
                assert.equal(new Set(suggestions).size, suggestions.length);
                for (const suggestion of suggestions) assert.ok(parseUnit(suggestion).ok, suggestion);
            }),
            { numRuns: 300 },
        );
    });
});
