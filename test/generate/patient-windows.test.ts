// Windows of time and points of the timeline in plain words.
import assert from 'node:assert/strict';
import { windowText } from '@crit-lang/generate/patient/windows.js';
import { render } from '@crit-lang/generate/patient/render.js';
import { Glossary, wordingFor } from '@crit-lang/generate/patient/wording.js';
import type { Endpoint, Window, WindowForm } from '@crit-lang/model/criteria/time.js';
import * as build from './fixtures/build.js';

const { anchor, before, duration, end } = build;
const after = (number: string, unit: 'day' | 'month', name = 'screening'): Endpoint => ({
    anchor: anchor(name),
    offset: { duration: duration(number, unit), direction: 'after' },
    open: false,
});
const open = (endpoint: Endpoint): Endpoint => ({ ...endpoint, open: true });
const text = (form: WindowForm, from: Endpoint | null, to: Endpoint | null, more: Partial<Window> = {}, document = build.document()): string =>
    windowText({ form, from, to, written: true, ...more }, wordingFor(render, new Glossary(document), null, false));

describe('patient windows', () => {
    const cases: [string, WindowForm, Endpoint | null, Endpoint | null][] = [
        [' in the 12 months before your screening visit', 'within', before('12', 'month'), end('screening')],
        [' in the 1 month after your screening visit', 'within', end('screening'), after('1', 'month')],
        [' within 2 days before or after your screening visit', 'within', before('2', 'day'), after('2', 'day')],
        [' between 6 months and 12 months before your screening visit', 'between', before('12', 'month'), before('6', 'month')],
        [' at your screening visit', 'at', end('screening'), end('screening')],
        [' on the day your blood cells are collected', 'at', end('leukapheresis'), end('leukapheresis')],
        [' before your screening visit', 'before', null, open(end('screening'))],
        [' at your screening visit or before', 'at-or-before', null, end('screening')],
        [' after your screening visit', 'after', open(end('screening')), null],
        [' at your screening visit or after', 'at-or-after', end('screening'), null],
        [' at least 6 months before your screening visit', 'at-least-before', null, before('6', 'month')],
        [' more than 6 months before your screening visit', 'at-least-before', null, open(before('6', 'month'))],
        [' less than 6 months before your screening visit', 'at-most-before', open(before('6', 'month')), end('screening')],
        [' at least 3 days after your screening visit', 'at-least-after', after('3', 'day'), null],
        [' exactly 6 months before your screening visit', 'between', before('6', 'month'), before('6', 'month')],
        [' since the day you sign the consent form', 'since', end('consent'), end('screening')],
        [' from your screening visit until 24 months after the day of your study infusion', 'until', end('screening'), after('24', 'month', 'infusion')],
        [' between your screening visit and the day of your study infusion', 'between', end('screening'), end('infusion')],
        [' during the study', 'during', end('study'), end('study')],
        ['', 'ever', null, end('screening')],
    ];
    for (const [expected, form, from, to] of cases)
        it(`${form}:${expected}`, () => {
            assert.equal(text(form, from, to), expected);
        });

    it('says nothing of a window that nobody wrote', () => {
        assert.equal(text('at', end('screening'), end('screening'), { written: false }), '');
    });

    it('names each of several points', () => {
        const points = [anchor('screening'), anchor('baseline')];
        assert.equal(text('at-each-of', end('screening'), end('baseline'), { points }), ' each time: at your screening visit, and at your first study visit');
    });

    it('takes the words of the author for a point, and the name when there are none', () => {
        const declared = build.document({ terms: [build.term('screening', 'event', { origin: 'declared', plain: 'your first check' })] });
        assert.equal(text('at', end('screening'), end('screening'), {}, declared), ' at your first check');
        assert.equal(text('at', end('day zero'), end('day zero')), ' at the time of day zero');
        const dose: Endpoint = { anchor: anchor('rituximab', 'last-dose'), offset: null, open: true };
        assert.equal(text('after', dose, null), ' after your last dose of rituximab');
    });
});
