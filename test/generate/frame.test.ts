// What lists have in common, and what keeps them apart.
import assert from 'node:assert/strict';
import { commonWindow } from '@crit-lang/generate/frame/common-window.js';
import { frameOf, frameOfGroup } from '@crit-lang/generate/frame/frame.js';
import { sameMeaning } from '@crit-lang/generate/frame/same-meaning.js';
import {
    all,
    amount,
    any,
    anyOfClass,
    atLeast,
    compare,
    ever,
    fact,
    forAtLeast,
    grade,
    normal,
    presence,
    requiring,
    response,
    statement,
    vague,
    within,
} from './fixtures/build.js';

describe('frame', () => {
    it('finds the same statement about different things', () => {
        const three = { lasting: forAtLeast('3', 'month') };
        const frame = frameOfGroup(atLeast(2, [response('A', three), response(anyOfClass('C'), three)], [false, true]));
        assert.equal(frame?.leaf.kind, 'response');
        assert.deepEqual(
            frame.items.map((item) => item.kind === 'one' && [item.subject.kind, item.members]),
            [
                ['selection', false],
                ['selection', true],
            ],
        );
    });

    it('ignores where things are written and how values convert', () => {
        const range = { file: 0, start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
        const left = compare('AST', '<=', { kind: 'quantity', value: '40', unit: 'U/L', canonical: { value: '40', unit: 'U/L' } }, { range });
        const right = compare('ALT', '<=', { kind: 'quantity', value: '40', unit: 'U/L', canonical: { value: '0.67', unit: 'ukat/L' } });
        assert.notEqual(frameOfGroup(all(left, right)), null);
        assert.ok(sameMeaning({ a: 1, range }, { a: 1 }));
    });

    it('keeps apart what differs in more than its subject', () => {
        assert.equal(frameOfGroup(any(presence('A', { window: within('6', 'month') }), presence('B', { window: within('6', 'week') }))), null);
        assert.equal(frameOfGroup(any(compare('A', '>', normal('2')), compare('B', '>', normal('3')))), null);
        assert.equal(frameOfGroup(any(presence('A'), fact('B'))), null);
        assert.equal(frameOfGroup(any(presence('A'), statement('B'))), null);
        assert.equal(frameOfGroup(any(grade('NYHA class', '=', 'II'), grade('BILAG', '=', 'A', { component: 'renal' }))), null);
    });

    it('keeps refinements with their items unless all share them', () => {
        const shared = frameOfGroup(any(presence('A', { refinements: [requiring('x')] }), presence('B', { refinements: [requiring('x')] })));
        assert.equal(shared?.leaf.kind === 'presence' && shared.leaf.refinements.length, 1);
        const own = frameOfGroup(any(presence('A', { refinements: [requiring('x')] }), presence('B')));
        assert.equal(own?.leaf.kind === 'presence' && own.leaf.refinements.length, 0);
        assert.deepEqual(
            own?.items.map((item) => item.kind === 'one' && item.refinements.length),
            [1, 0],
        );
    });

    it('takes in qualifiers and groups that count as one', () => {
        const frame = frameOf([
            { counts: 'one', condition: vague('active', presence('A')) },
            { counts: 'one', condition: any(presence('B'), all(presence('C'), presence('D'))) },
        ]);
        assert.deepEqual(
            frame?.items.map((item) => (item.kind === 'one' ? item.qualifier : item.join)),
            ['active', 'any'],
        );
    });

    it('has nothing to say of nothing', () => {
        assert.equal(frameOf([]), null);
    });

    it('takes a common window out, through groups, and only a written one', () => {
        const eight = { window: within('8', 'week') };
        const common = commonWindow([compare('A', '>', amount('1'), eight), any(presence('B', eight), vague('severe', presence('C', eight)))]);
        assert.equal(common?.window.form, 'within');
        assert.ok(common.items.every((item) => !JSON.stringify(item).includes('"written":true')));
        assert.equal(commonWindow([compare('A', '>', amount('1'), eight), presence('B')]), null);
        assert.equal(commonWindow([presence('A', { window: ever() }), presence('B', { window: ever() })]), null);
        assert.equal(commonWindow([presence('A', eight), statement('B')]), null);
    });
});
