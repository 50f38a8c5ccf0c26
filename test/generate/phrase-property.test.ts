// Whatever the condition, its wording loses no number and no name, and shows nothing of the machinery.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { cleanText } from '@crit-lang/generate/phrase/clean-text.js';
import { conditionPhrase, phraseContext } from '@crit-lang/generate/phrase/condition.js';
import { onOneLine } from '@crit-lang/generate/phrase/phrase.js';
import { arbitraryCondition } from './arbitrary-condition.js';
import { document } from './fixtures/build.js';

/** Members whose text has to be seen in the wording. */
const SHOWN = new Set([
    'term',
    'criteria',
    'scale',
    'component',
    'number',
    'factor',
    'text',
    'qualifier',
    'circumstance',
    'method',
    'inEquivalentsOf',
    'by',
    'definition',
    'result',
    'denominator',
    'count',
    'name',
]);
const WITH_VALUE = new Set(['quantity', 'grade', 'grade-value']);

function shownTexts(value: unknown, found: string[] = []): string[] {
    if (Array.isArray(value)) {
        value.forEach((item) => shownTexts(item, found));
    } else if (typeof value === 'object' && value !== null) {
        if ('written' in value && value.written === false) return found;
        for (const [key, member] of Object.entries(value)) {
            const shown = SHOWN.has(key) || (key === 'value' && 'kind' in value && WITH_VALUE.has(String(value.kind)));
            if (key === 'canonical') continue;
            if (shown && (typeof member === 'string' || typeof member === 'number')) found.push(cleanText(String(member)).replace(/\.$/u, ''));
            else shownTexts(member, found);
        }
    }
    return found;
}

describe('phrase: properties', () => {
    it('never throws, keeps every number and name, leaks nothing', function () {
        this.timeout(20_000);
        fc.assert(
            fc.property(arbitraryCondition, fc.constantFrom('include' as const, 'exclude' as const), (condition: Condition, polarity) => {
                const text = onOneLine(conditionPhrase(condition, phraseContext(document(), { polarity })));
                assert.ok(text.trim() !== '', 'nothing said');
                assert.doesNotMatch(text, /undefined|\[object|NaN|[\u0000-\u001f\u202a-\u202e]/u);
                for (const shown of shownTexts(condition))
                    assert.ok(text.includes(shown) || text.toLowerCase().includes(shown.toLowerCase()), `'${shown}' is missing in: ${text}`);
            }),
            { numRuns: 1000, seed: 7 },
        );
    });

    it('is a function of its input', () => {
        fc.assert(
            fc.property(arbitraryCondition, (condition) => {
                const say = (): string => onOneLine(conditionPhrase(condition, phraseContext(document())));
                assert.equal(say(), say());
            }),
            { numRuns: 200, seed: 7 },
        );
    });
});
