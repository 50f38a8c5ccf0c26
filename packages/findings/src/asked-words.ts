// What a criterion asks for, in words that stand behind 'requires' and 'excludes': "SSc", "use of rituximab within 6 months before screening".
import type { Condition, Exception, Presence, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Limit } from '@crit-lang/model/criteria/value.js';
import { boundWord, durationWords, windowWords } from '@crit-lang/evaluate/words/time-words.js';
import { conditionWords, limitWords, measureWords, refinementsWords, selectionWords } from '@crit-lang/evaluate/words/condition-words.js';
import { listed } from './listed.js';

/** @param index the disease of the cohort spoken of, named where the text says 'the index disease'. */
export function askedWords(condition: Condition, index: TermSelection | null = null): string {
    return new Writer(index).asked(condition);
}

const VERBS: Readonly<Record<string, string>> = {
    has: '',
    had: 'having had ',
    'ever had': 'ever having had ',
    'never had': 'ever having had ',
    'onset of': 'the onset of ',
    'diagnosed with': 'a diagnosis of ',
    uses: 'use of ',
    used: 'use of ',
    'ever used': 'any use ever of ',
    'never used': 'any use ever of ',
    started: 'the start of ',
    stopped: 'the end of ',
    plans: 'planned ',
};

class Writer {
    constructor(private readonly index: TermSelection | null) {}

    asked(condition: Condition): string {
        switch (condition.kind) {
            case 'all':
            case 'any':
                return this.group(condition.kind, condition.of);
            case 'not':
                return condition.of.kind === 'presence' || condition.of.kind === 'response' || condition.of.kind === 'result'
                    ? `no ${this.asked(condition.of)
                          .replace(/^any use ever of /u, 'use ever of ')
                          .replace(/^ever having had /u, 'history of ')}`
                    : `not ${this.inner(condition.of)}`;
            case 'count':
                return `${boundWord(condition.bound.operator)} ${condition.bound.count} of ${listed(
                    condition.items.map((item) => this.inner(item.condition)),
                    'and',
                )}`;
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
                const words = conditionWords(condition);
                return condition.right.kind === 'cases' ? words.replace(limitWords(condition.right), tableWords(condition.right)) : words;
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
            case 'reference':
                return conditionWords(condition);
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
        const name =
            isIndex && this.index !== null ? `the index disease (${selectionWords({ ...this.index, except: [] })})` : plainOf({ ...selection, except });
        return `${name}${this.exceptions(except)}`;
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

// With a window it is plain when it was.
function leadOf({ verb, window }: Presence): string {
    const isTimed = window.written && window.from !== null;
    return verb === 'had' && isTimed ? '' : (VERBS[verb] ?? `${verb} `);
}

const plainOf = (selection: TermSelection): string => selectionWords({ ...selection, except: [] });

/** Members of one list say once what they have in common: "an inadequate response to A or B". */
function sharedLead(of: readonly Condition[]): string | null {
    const [first] = of;
    if (first?.kind === 'response') {
        const lead = `${first.responses.join(' or ')} to `;
        return of.every(
            (item) => item.kind === 'response' && item.responses.join() === first.responses.join() && !item.window.written && item.refinements.length === 0,
        )
            ? lead
            : null;
    }
    if (first?.kind !== 'presence') return null;
    const lead = leadOf(first);
    return lead !== '' && of.every((item) => item.kind === 'presence' && item.verb === first.verb && (item.window.from === null || !item.window.written))
        ? lead
        : null;
}

function tableWords(limit: Extract<Limit, { kind: 'cases' }>): string {
    return `${listed([...new Set(limit.rows.map((row) => limitWords(row.limit)))], 'or')}, by case`;
}
