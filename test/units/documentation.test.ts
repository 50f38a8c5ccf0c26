// docs/language/units.md is true: every spelling in its tables is read as it says, and every pair of durations is ordered as it says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { compareDurations, parseDuration } from '@crit-lang/model/units/durations.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { scanUnit } from '@crit-lang/model/units/scan.js';
import { inRoot } from '../support/repository.js';

const page = fs.readFileSync(inRoot('docs/language/units.md'), 'utf8').replaceAll('\r\n', '\n');

/** The rows of all tables with this first heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
    const rows: string[][] = [];
    let inside = false;
    for (const line of page.split('\n')) {
        const cells = line.startsWith('|')
            ? line
                  .split('|')
                  .slice(1, -1)
                  .map((cell) => cell.trim())
            : undefined;
        inside = cells !== undefined && (inside || cells[0] === heading);
        if (cells && inside && cells[0] !== heading && !/^-+$/.test(cells[0] ?? '')) {
            rows.push(cells);
        }
    }
    return rows;
}

const codeIn = (cell: string | undefined): string[] => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

describe('the page on units', function () {
    const spellings = rowsUnder('You write').flatMap(([written, ucum]) => {
        const codes = codeIn(ucum);
        return codeIn(written).map((spelling, index) => ({ spelling, ucum: codes.length === 1 ? codes[0] : codes[index] }));
    });
    assert.ok(spellings.length > 90);
    for (const { spelling, ucum } of spellings) {
        it(`${spelling} means ${ucum ?? 'nothing'}`, function () {
            const reading = parseUnit(spelling);
            assert.equal(reading.ok ? reading.unit.ucum : reading.message, ucum);
            assert.equal(scanUnit(`${spelling} before screening`, 0, { stopWords: new Set(['before']) }), spelling.length);
        });
    }

    const durations = rowsUnder('Duration');
    assert.ok(durations.length > 10);
    for (const [first, second, answer] of durations) {
        it(`${first ?? ''} against ${second ?? ''}: ${answer ?? ''}`, function () {
            const [one, two] = [codeIn(first)[0], codeIn(second)[0]].map((text) => parseDuration(text ?? ''));
            assert.ok(one?.ok && two?.ok);
            assert.equal(compareDurations(one.duration, two.duration), answer);
        });
    }
});
