// What a criterion asks for, in words that stand behind 'requires' and 'excludes': "SSc", "use of rituximab within 6 months before screening".
import type { Condition, Exception, Presence, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { boundWord, durationWords, windowWords } from '@crit-lang/evaluate/words/time-words.js';
import { conditionWords, limitWords, measureWords, refinementsWords, selectionWords } from '@crit-lang/evaluate/words/condition-words.js';
import type { Conversions } from './converted.js';
import { leadOf, sharedLead } from './leads.js';
import { listed, listedUpTo } from './listed.js';

/** What is told with a condition beyond what it says. */
export interface Beside {
    /** The diseases of the cohorts spoken of, named where the text says 'the index disease'. */
    readonly indexes?: readonly TermSelection[];
    readonly conversions?: Conversions | undefined;
}

export function askedWords(condition: Condition, beside: Beside = {}): string {
    return new Writer(beside).asked(condition);
}

/** As many diseases are named where every cohort has its own. */
const INDEXES = 6;

class Writer {
    private readonly indexes: readonly string[];
    private readonly conversions: Conversions | undefined;

    constructor({ indexes = [], conversions }: Beside) {
        this.indexes = [...new Set(indexes.map((index) => selectionWords({ ...index, except: [] })))];
        this.conversions = conversions;
    }

    asked(condition: Condition): string {
        const words = this.words(condition);
        return this.conversions?.withDurations(words, condition) ?? words;
    }

    private words(condition: Condition): string {
        switch (condition.kind) {
            case 'all':
            case 'any':
                return this.group(condition.kind, condition.of);
            case 'not':
                return condition.of.kind === 'presence' || condition.of.kind === 'response' || condition.of.kind === 'result'
                    ? `no ${this.asked(condition.of).replace(/^ever having had /u, 'history of ')}`
                    : `not ${this.inner(condition.of)}`;
            case 'count':
                return this.count(condition);
            case 'guard':
                return `${this.inner(condition.then)} ${condition.form} ${this.state(condition.when)}${condition.otherwise === null ? '' : `, otherwise ${this.inner(condition.otherwise)}`}`;
            case 'cases':
                return condition.rows.map(({ when, then }) => `${when === null ? 'otherwise' : `if ${this.state(when)}:`} ${this.inner(then)}`).join('; ');
            case 'vague':
                return `${this.asked(condition.condition)} that is "${condition.qualifier}"`;
            case 'repeated':
                return `${this.inner(condition.of)} on ${boundWord(condition.bound.operator)} ${condition.bound.count} occasions${condition.apart === null ? '' : ` at least ${durationWords(condition.apart)} apart`}`;
            case 'presence':
                return this.presence(condition);
            case 'response':
                return conditionWords({ ...condition, to: this.plain(condition.to) }).replace(plainOf(condition.to), this.selection(condition.to));
            case 'compare': {
                const [words, limit] = [conditionWords(condition), limitWords(condition.right)];
                if (condition.right.kind === 'cases') return words.replace(limit, tableWords(condition.right));
                const asLimit = ` ${condition.operator} ${limit}`;
                return words.replace(asLimit, () => `${asLimit}${this.conversions?.besideLimit(condition) ?? ''}`);
            }
            case 'grade': {
                const { of, scale, component, operator, value, window } = condition;
                const grade = `${operator === '=' ? '' : `${operator} `}${value}`;
                const subject =
                    of === null ? `${scale}${component === null ? '' : `(${component})`} ${grade}` : `${this.selection(of)} of grade ${grade} in ${scale}`;
                return `${subject}${windowWords(window)}`;
            }
            case 'result':
                return `${condition.result} ${this.selection(condition.test)}${condition.method === null ? '' : ` by ${condition.method}`}${refinementsWords(condition.refinements)}${windowWords(condition.window)}`;
            case 'meets':
                return `the criteria ${condition.criteria}${windowWords(condition.window)}`;
            case 'fact':
                return `"${condition.term}"${windowWords(condition.window)}`;
            case 'change': {
                const verb = { falls: 'falling', rises: 'rising', changes: 'changing' }[condition.direction];
                const measure = measureWords(condition.measure);
                return `${measure} ${verb}${conditionWords(condition).slice(measure.length + 1 + condition.direction.length)}`;
            }
            case 'elapsed':
                return `${boundWord(condition.operator)} ${durationWords(condition.duration)} since ${this.selection(condition.since)}${condition.orNever ? ', or never' : ''}`;
            case 'washout':
                return `use before ${condition.anchor.name} of ${listed(
                    condition.rows.map(({ what, duration }) => `${this.selection(what)} (within ${durationWords(duration)})`),
                    'or',
                )}`;
            case 'statement':
                return condition.class === 'prose' ? `"${condition.text}"` : conditionWords(condition);
            case 'unspecified':
            case 'unresolved':
                return conditionWords(condition);
            case 'reference': {
                const given = condition.arguments.length === 0 ? '' : ` (with ${listed(condition.arguments.map(limitWords))})`;
                return `${condition.definition}${given}${refinementsWords(condition.refinements)}${windowWords(condition.window)}`;
            }
        }
    }

    // As a clause: "age < 18 years", "female".
    private state(condition: Condition): string {
        return condition.kind === 'fact' || condition.kind === 'presence' ? conditionWords(condition) : this.inner(condition);
    }

    private group(kind: 'all' | 'any', of: readonly Condition[]): string {
        const [first] = of;
        if (of.length === 1 && first !== undefined) return this.asked(first);
        const shared = sharedLead(of);
        if (shared !== null) {
            const items = of.map((item) => this.asked(item).slice(shared.length));
            return `${shared}${listed(items, kind === 'any' ? 'or' : 'and')}`;
        }
        const items = of.map((item) => this.inner(item));
        return kind === 'any' ? listed(items, 'or') : items.join(', together with ');
    }

    private count({ bound, items }: Extract<Condition, { kind: 'count' }>): string {
        const conditions = items.map((item) => item.condition);
        const shared = sharedLead(conditions) ?? '';
        const of = conditions.map((item) => (shared === '' ? this.inner(item) : this.asked(item).slice(shared.length)));
        return `${shared}${boundWord(bound.operator)} ${bound.count} of ${listed(of, 'and')}`;
    }

    private inner(condition: Condition): string {
        const words = this.asked(condition);
        const isList = 'of' in condition && Array.isArray(condition.of) && condition.of.length > 1;
        return isList || condition.kind === 'count' || condition.kind === 'guard' || condition.kind === 'cases' ? `(${words})` : words;
    }

    private presence(condition: Presence): string {
        const { what, window } = condition;
        const isOfLife = window.from === null && window.to !== null && window.to.offset === null;
        const plain = conditionWords({ ...condition, what: this.plain(what), verb: 'has', window: isOfLife ? { ...window, written: false } : window });
        const rest = plain.slice(`has ${plainOf(what)}`.length);
        return `${leadOf(condition)}${this.selection(what)}${rest}`;
    }

    private plain(selection: TermSelection): TermSelection {
        return { ...selection, except: [] };
    }

    private selection({ except, ...selection }: TermSelection): string {
        const isIndex = selection.index || selection.term === null;
        const name = isIndex && this.indexes.length > 0 ? this.indexDisease() : plainOf({ ...selection, except });
        return `${name}${this.exceptions(except)}`;
    }

    private indexDisease(): string {
        const named = listedUpTo(this.indexes, INDEXES, 'or');
        return this.indexes.length === 1 ? `the index disease (${named})` : `the index disease of the cohort (${named})`;
    }

    private exceptions(exceptions: readonly Exception[]): string {
        const [first] = exceptions;
        if (first === undefined) return '';
        const names = exceptions.map(
            ({ selection, refinements, provided }) =>
                `${this.selection(selection)}${refinementsWords(refinements)}${provided === null ? '' : ` (provided ${this.inner(provided)})`}`,
        );
        return ` ${first.form} ${listed(names)}`;
    }
}

const plainOf = (selection: TermSelection): string => selectionWords({ ...selection, except: [] });

function tableWords(limit: Extract<Limit, { kind: 'cases' }>): string {
    return `${listed([...new Set(limit.rows.map((row) => limitWords(row.limit)))], 'or')}, by case`;
}
