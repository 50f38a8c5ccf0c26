// Conditions as Crit text that lowers to the same conditions.
import type { Condition, Count, Lasting, Presence } from '@crit-lang/model/criteria/condition.js';
import { limitText, measureText, equivalentText } from './measure.js';
import { nameText, quotedText } from './name.js';
import { refinementsText, selectionText } from './selection.js';
import { anchorText, boundText, durationBoundText, durationText, windowText } from './time.js';
import { unprintable } from './unprintable.js';

/** @throws Unprintable for what a patient block cannot say. */
export function conditionText(condition: Condition, defaultAnchor: string): string {
    return new ConditionPrinter(defaultAnchor).print(condition);
}

class ConditionPrinter {
    constructor(private readonly defaultAnchor: string) {}

    readonly print = (condition: Condition): string => this.text(condition, []);

    private text(condition: Condition, words: readonly string[]): string {
        const { print, defaultAnchor } = this;
        switch (condition.kind) {
            case 'all':
            case 'any':
                return `${condition.kind} of { ${condition.of.map((item) => this.text(item, words)).join('; ')} }`;
            case 'not':
                return words.length === 0 ? this.negation(condition.of) : unprintable('This line');
            case 'count':
                return words.length === 0 ? this.count(condition) : unprintable('This list');
            case 'vague':
                // The language has one word before a term.
                return words.length === 0 ? this.text(condition.condition, [condition.qualifier]) : unprintable('A second word before this');
            case 'repeated': {
                const apart = condition.apart === null ? '' : ` at least ${durationText(condition.apart)} apart`;
                return `${this.text(condition.of, words)} on ${boundText(condition.bound.operator)} ${condition.bound.count} occasions${apart}`;
            }
            case 'presence':
                return this.presence(condition, verbOf(condition, false), words);
            case 'response':
                return `${condition.responses.join(' or ')} to ${selectionText(condition.to, print, words)}${refinementsText(condition.refinements, print)}${lastingText(condition.lasting, 'used for')}${windowText(condition.window, defaultAnchor)}`;
            case 'compare': {
                const pick = condition.pick === null ? '' : `${condition.pick} value of `;
                const how = `${condition.method === null ? '' : ` by ${nameText(condition.method)}`}${condition.circumstance === null ? '' : ` on ${nameText(condition.circumstance)}`}`;
                return `${pick}${measureText(condition.left, print, words)} ${condition.operator} ${limitText(condition.right, print)}${equivalentText(condition.left)}${how}${refinementsText(condition.refinements, print)}${lastingText(condition.lasting)}${windowText(condition.window, defaultAnchor)}`;
            }
            case 'grade': {
                const value = /^\d+(\.\d+)?$/u.test(condition.value) ? condition.value : nameText(condition.value);
                const grade = `${condition.operator === '=' ? '' : `${condition.operator} `}${value}`;
                const window = windowText(condition.window, defaultAnchor);
                if (condition.of !== null) return `${selectionText(condition.of, print, words)} is grade ${grade} in ${nameText(condition.scale)}${window}`;
                const before = words.map((word) => `${quotedText(word)} `).join('');
                return `${before}${nameText(condition.scale)}${condition.component === null ? '' : `(${nameText(condition.component)})`} is ${grade}${window}`;
            }
            case 'result': {
                const result = RESULTS.has(condition.result) ? condition.result : `result ${nameText(condition.result)}`;
                const method = condition.method === null ? '' : ` by ${nameText(condition.method)}`;
                return `${selectionText(condition.test, print, words)} ${result}${method}${refinementsText(condition.refinements, print)}${windowText(condition.window, defaultAnchor)}`;
            }
            case 'meets':
                return `meets ${nameText(condition.criteria)}${windowText(condition.window, defaultAnchor)}`;
            case 'fact':
                return `${nameText(condition.term)}${windowText(condition.window, defaultAnchor)}`;
            case 'change': {
                const basis =
                    condition.basis === null ? ' unspecified ""' : condition.basis === 'relative' || this.isPercent(condition) ? ` ${condition.basis}` : '';
                const from = condition.from === null ? '' : ` from ${anchorText(condition.from)}`;
                const over = condition.over === null ? '' : ` over ${durationText(condition.over)}`;
                return `${measureText(condition.measure, print, words)} ${condition.direction} by ${condition.operator} ${limitText(condition.amount, print)}${basis}${from}${over}${lastingText(condition.lasting)}${refinementsText(condition.refinements, print)}${windowText(condition.window, defaultAnchor)}`;
            }
            case 'elapsed': {
                const until = condition.until.event === null && condition.until.name === defaultAnchor ? '' : ` at ${anchorText(condition.until)}`;
                return `${boundText(condition.operator)} ${durationText(condition.duration)} since ${selectionText(condition.since, print)}${condition.orNever ? ' or never' : ''}${until}`;
            }
            case 'statement': {
                const verb = condition.class === 'prose' ? 'statement' : condition.class === 'judgement' ? 'judgement' : (condition.verb ?? 'agrees to');
                const by = condition.by === null ? '' : ` by ${nameText(condition.by)}`;
                return `${verb} ${quotedText(condition.text)}${by}${windowText(condition.window, defaultAnchor)}`;
            }
            case 'unspecified':
                return `unspecified ${quotedText(condition.text)}`;
            case 'reference': {
                const values = condition.arguments.map((value) => limitText(value, print)).join(', ');
                const before = words.map((word) => `${quotedText(word)} `).join('');
                return `${before}${nameText(condition.definition)}${values === '' ? '' : `(${values})`}${refinementsText(condition.refinements, print)}${windowText(condition.window, defaultAnchor)}`;
            }
            case 'guard':
            case 'cases':
            case 'washout':
            case 'unresolved':
                return unprintable('This line');
        }
    }

    private isPercent({ amount }: Extract<Condition, { kind: 'change' }>): boolean {
        return amount.kind === 'quantity' && amount.unit === '%';
    }

    private negation(condition: Condition): string {
        // 'never had' is the same in one word.
        if (
            condition.kind === 'presence' &&
            condition.window.form === 'ever' &&
            condition.window.written &&
            (condition.aspect === 'present' || condition.aspect === 'exposure')
        )
            return this.presence(condition, verbOf(condition, true), []);
        return `not ${this.print(condition)}`;
    }

    private presence(condition: Presence, verb: string, words: readonly string[]): string {
        const { what, refinements, stableDose, lasting, times, method, window } = condition;
        const stable =
            stableDose === null
                ? ''
                : ` at a stable dose${stableDose.bound === null ? '' : ` for ${durationBoundText(stableDose.bound)}`}${stableDose.before === null ? '' : ` before ${anchorText(stableDose.before)}`}`;
        const often = times === null ? '' : ` ${boundText(times.operator)} ${times.count} times`;
        const how = method === null ? '' : ` by ${nameText(method)}`;
        return `${verb} ${selectionText(what, this.print, words)}${refinementsText(refinements, this.print)}${stable}${lastingText(lasting)}${often}${how}${windowText(window, this.defaultAnchor)}`;
    }

    private count({ bound, items, together }: Count): string {
        const texts = items.map(({ counts, condition }) => {
            const text = this.print(condition);
            const selection =
                condition.kind === 'presence'
                    ? condition.what
                    : condition.kind === 'response'
                      ? condition.to
                      : condition.kind === 'result'
                        ? condition.test
                        : null;
            return counts === 'one' && selection?.any === true ? `${text} as one` : text;
        });
        return `${boundText(bound.operator)} ${bound.count} of { ${texts.join('; ')} }${together ? ' together' : ''}`;
    }
}

const RESULTS: ReadonlySet<string> = new Set(['positive', 'negative', 'detectable', 'undetectable', 'indeterminate']);

/** The verb that says this aspect at this time. */
function verbOf({ aspect, window }: Presence, isNever: boolean): string {
    const isEver = window.form === 'ever';
    switch (aspect) {
        case 'present':
            return isNever ? 'never had' : isEver ? 'ever had' : window.form === 'at' ? 'has' : 'had';
        case 'exposure':
            return isNever ? 'never used' : isEver ? 'ever used' : window.form === 'at' ? 'uses' : 'used';
        case 'onset':
            return 'onset of';
        case 'diagnosis':
            return 'diagnosed with';
        case 'start':
            return 'started';
        case 'stop':
            return 'stopped';
        case 'planned':
            return 'plans';
    }
}

function lastingText(lasting: Lasting | null, before = 'for'): string {
    return lasting === null ? '' : ` ${lasting.sustained ? 'sustained for' : before} ${durationBoundText(lasting)}`;
}
