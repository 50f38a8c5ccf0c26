// Shows that cuts are exact: equal thresholds meet whatever their unit was, bounds and gaps are constants, and decoded values exist.
import assert from 'node:assert/strict';
import { compareCuts, leftOf, rightOf } from '@crit-lang/analysis/encode/cut.js';
import { FALSE, Formulas, not, TRUE } from '@crit-lang/analysis/encode/formulas.js';
import { NumberLine } from '@crit-lang/analysis/encode/number-line.js';
import { type DomainShape, NumericDomain } from '@crit-lang/analysis/encode/numeric-domain.js';
import { Rational } from '@crit-lang/model/exact/rational.js';

const number = (text: string): Rational => Rational.from(text);
const lineOver = (shape: DomainShape): NumberLine => new NumberLine(new Formulas(), new NumericDomain(shape));
const included = (text: string) => ({ value: number(text), included: true });

describe('the number line', function () {
    it('makes one cut of one threshold, however it was reached', function () {
        const line = lineOver({});
        for (const [factor, value, product] of [
            ['100', '0.57', '57'],
            ['1000', '1.005', '1005'],
            ['3', '0.1', '0.3'],
            ['88.4', '1/88.4', '1'],
        ] as const) {
            const [above, below] = value.split('/') as [string, string | undefined];
            const exact = below === undefined ? number(above) : number(above).divide(number(below));
            assert.equal(line.compare('<', exact.multiply(number(factor))), line.compare('<', number(product)), product);
        }
        assert.equal(line.cuts.length, 4);
    });

    it('tells < from <=, and nothing else', function () {
        const line = lineOver({});
        assert.notEqual(line.compare('<', number('2')), line.compare('<=', number('2')));
        assert.equal(line.compare('>', number('2')), not(line.compare('<=', number('2'))));
        assert.equal(line.compare('>=', number('2')), not(line.compare('<', number('2'))));
        assert.equal(line.compare('!=', number('2')), not(line.compare('=', number('2'))));
        assert.equal(line.cuts.length, 2);
    });

    it('keeps its cuts in order, whatever order they came in', function () {
        const line = lineOver({});
        for (const value of ['3', '1/3', '-2', '0.33', '10', '1/3', '0.34', '3']) {
            line.compare('<=', number(value));
            line.compare('<', number(value));
        }
        assert.equal(line.cuts.length, 12);
        line.cuts.slice(1).forEach(({ cut }, index) => assert.ok(compareCuts(line.cuts[index]?.cut ?? cut, cut) < 0));
    });

    it('needs one cut between two whole numbers', function () {
        const line = new NumberLine(new Formulas(), NumericDomain.integers());
        assert.equal(line.compare('<', number('3')), line.compare('<=', number('2')));
        assert.equal(line.compare('<', number('2.5')), line.compare('<=', number('2')));
        assert.equal(line.compare('>=', number('7/3')), line.compare('>', number('2')));
        assert.equal(line.compare('=', number('2.5')), FALSE);
        assert.equal(line.compare('<=', number('-0.5')), line.compare('<', number('0')));
        assert.deepEqual(
            line.cuts.map(({ cut }) => `${cut.at.toString()}${cut.side}`),
            ['-11', '21'],
        );
    });

    it('knows what the bounds settle', function () {
        const closed = lineOver({ low: included('0'), high: included('10') });
        assert.equal(closed.compare('>=', number('0')), TRUE);
        assert.equal(closed.compare('<=', number('10')), TRUE);
        assert.equal(closed.compare('<', number('0')), FALSE);
        assert.equal(closed.compare('>', number('12')), FALSE);
        assert.notEqual(closed.compare('>', number('0')), TRUE);
        assert.notEqual(closed.compare('<', number('10')), TRUE);
        const open = lineOver({ low: { value: number('0'), included: false } });
        assert.equal(open.compare('>', number('0')), TRUE);
    });

    it('knows the values of EDSS: halves from 0 to 10, without 0.5', function () {
        const edss = lineOver({ low: included('0'), high: included('10'), step: number('0.5'), without: [number('0.5')] });
        assert.equal(edss.compare('<', number('1')), edss.compare('<=', number('0')));
        assert.equal(edss.compare('=', number('0')), edss.compare('<=', number('0.5')));
        assert.equal(edss.compare('=', number('0.5')), FALSE);
        assert.equal(edss.compare('=', number('6.25')), FALSE);
        assert.notEqual(edss.compare('=', number('6.5')), FALSE);
        assert.equal(edss.compare('>', number('9.5')), edss.compare('=', number('10')));
    });

    it('knows a missing point of an interval', function () {
        const line = lineOver({ without: [number('0')] });
        assert.equal(line.compare('<', number('0')), line.compare('<=', number('0')));
        assert.equal(line.compare('=', number('0')), FALSE);
    });

    it('refuses a domain without values', function () {
        const low = included('1');
        assert.throws(() => new NumericDomain({ low, high: included('0') }), RangeError);
        assert.throws(() => new NumericDomain({ low, high: included('1'), without: [number('1')] }), RangeError);
        assert.throws(
            () => new NumericDomain({ low, high: { value: number('1.5'), included: false }, step: number('0.5'), without: [number('1')] }),
            RangeError,
        );
        assert.throws(() => new NumericDomain({ step: Rational.ZERO }), RangeError);
    });

    it('decodes a model to the interval between two cuts, and picks a value in it', function () {
        const line = lineOver({ low: included('0'), high: included('300') });
        const isLeft = new Map([leftOf(number('50')), rightOf(number('100')), leftOf(number('200'))].map((cut) => [line.isLeftOf(cut), cut.at.toString()]));
        const decoded = (firstTrue: string | undefined) => {
            let reached = false;
            const values = new Map([...isLeft].map(([formula, at]) => [formula, (reached ||= at === firstTrue)]));
            const { from, to } = line.intervalIn((variable) => values.get(variable));
            return [from && `${from.at.toString()}${from.side}`, to && `${to.at.toString()}${to.side}`, line.domain.valueIn({ from, to }).toString()];
        };
        assert.deepEqual(decoded('50'), ['00', '500', '0']);
        assert.deepEqual(decoded('100'), ['500', '1001', '50']);
        assert.deepEqual(decoded('200'), ['1001', '2000', '150']);
        assert.deepEqual(decoded(undefined), ['2000', '3001', '200']);
        assert.deepEqual(
            line.intervalIn(() => undefined),
            { from: leftOf(number('0')), to: rightOf(number('300')) },
        );
    });
});
