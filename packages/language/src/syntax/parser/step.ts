// The grammar's rules as steps that the parser takes, each with the tokens that can begin it and those at which it is not clear whether to take it.
import { PARSE_PROGRAM } from '../../generated/parse-program.js';
import type { BlockForm, Element } from './program.js';
import type { TokenType } from './token.js';
import { TOKEN_TYPES, tokenType } from './token.js';
import type { TokenSet } from './token-set.js';
import { add, addAll, common, emptySet, has, isEmpty, members } from './token-set.js';

interface StepBase {
    /** Token types that can begin the step. */
    first: TokenSet;
    /** The step may read nothing. */
    empty: boolean;
}

export interface TokenStep extends StepBase {
    kind: 'token';
    type: TokenType;
}
export interface CallStep extends StepBase {
    kind: 'call';
    rule: Rule;
}
export interface AssignStep extends StepBase {
    kind: 'assign';
    property: string;
    operator: '=' | '+=' | '?=';
    value: Step;
}
export interface SequenceStep extends StepBase {
    kind: 'sequence';
    parts: Step[];
    /** For each part, the tokens that can begin what comes after it. */
    after: TokenSet[];
}
export interface AlternativesStep extends StepBase {
    kind: 'alternatives';
    parts: Step[];
    /** For each token type: number of the only part that it begins, -1 for none, or -2 - n, where `shared[n]` lists several. */
    choice: Int16Array;
    shared: number[][];
}
export interface RepeatStep extends StepBase {
    kind: 'repeat';
    part: Step;
    atLeastOnce: boolean;
    atMostOnce: boolean;
    /** Tokens that can begin the part and also something else that comes after it. */
    unclear: TokenSet | null;
}
export interface WrapStep extends StepBase {
    kind: 'wrap';
    type: string;
    property: string;
}
export interface BecomeStep extends StepBase {
    kind: 'become';
    type: string;
}
export interface BlockStep extends StepBase {
    kind: 'block';
    /** Null for the file, which has no braces. */
    open: Step | null;
    item: AssignStep;
    required: boolean;
    separated: boolean;
    separators: TokenSet;
}

export type Step = TokenStep | CallStep | AssignStep | SequenceStep | AlternativesStep | RepeatStep | WrapStep | BecomeStep | BlockStep;

export interface Rule {
    name: string;
    /** The type of its node; null for a text and for a fragment. */
    type: string | null;
    kind: 'node' | 'text' | 'fragment';
    body: Step;
}

const NOTHING = emptySet(TOKEN_TYPES.length);

const rules = new Map<string, Rule>();

/** The rule of this name. Throws for a name that the grammar does not have. */
export function ruleNamed(name: string): Rule {
    const rule = rules.get(name);
    if (rule === undefined) throw new Error(`The grammar has no rule '${name}'.`);
    return rule;
}

/** The rule for a whole file. */
export function entryRule(): Rule {
    return ruleNamed(PARSE_PROGRAM.entry);
}

function base(): StepBase {
    return { first: emptySet(TOKEN_TYPES.length), empty: false };
}

function stepOf(element: Element): Step {
    switch (element[0]) {
        case 'keyword':
        case 'terminal':
            return { ...base(), kind: 'token', type: tokenType(element[1]) };
        case 'rule':
            return { ...base(), kind: 'call', rule: ruleNamed(element[1]) };
        case 'assign':
            return assignOf(element);
        case 'sequence': {
            const parts = element.slice(1).map((part) => stepOf(part as Element));
            return { ...base(), kind: 'sequence', parts, after: parts.map(() => NOTHING) };
        }
        case 'alternatives':
            return { ...base(), kind: 'alternatives', parts: element.slice(1).map((part) => stepOf(part as Element)), choice: new Int16Array(TOKEN_TYPES.length).fill(-1), shared: [] };
        case '?':
        case '*':
        case '+':
            return { ...base(), kind: 'repeat', part: stepOf(element[1]), atLeastOnce: element[0] === '+', atMostOnce: element[0] === '?', unclear: null };
        case 'wrap':
            return { ...base(), kind: 'wrap', type: element[1], property: element[2], empty: true };
        case 'become':
            return { ...base(), kind: 'become', type: element[1], empty: true };
        case 'block':
            return blockOf(stepOf(element[1]), element[2], element[3]);
        case 'file':
            return blockOf(null, element[1], element[2]);
    }
}

function assignOf(element: Element): AssignStep {
    if (element[0] !== 'assign') throw new Error('The items of a block have to be assigned.');
    return { ...base(), kind: 'assign', property: element[1], operator: element[2], value: stepOf(element[3]) };
}

function blockOf(open: Step | null, item: Element, form: BlockForm): BlockStep {
    const separators = emptySet(TOKEN_TYPES.length);
    for (const name of form.separators) add(separators, tokenType(name).index);
    return { ...base(), kind: 'block', open, item: assignOf(item), required: form.required, separated: form.separated, separators };
}

// ---------------------------------------------------------------- which tokens begin a step, and which come after it

// Tokens are told apart by their place in the grammar here: what begins alike at the same place is no question for the parser.
const places: TokenType[] = [];
const placeOf = new Map<TokenStep, number>();
const MOST_PLACES = 4096;

interface Known {
    /** Places of the tokens that can begin the step. */
    first: TokenSet;
}
const known = new Map<Step, Known>();
const followOf = new Map<Rule, TokenSet>();

function firstOf(step: Step): TokenSet {
    let entry = known.get(step);
    if (entry === undefined) known.set(step, (entry = { first: emptySet(MOST_PLACES) }));
    return entry.first;
}

function numberOf(step: TokenStep): number {
    let number = placeOf.get(step);
    if (number === undefined) placeOf.set(step, (number = places.push(step.type) - 1));
    return number;
}

/** Adds what is known by now of a step's first tokens; whether that was news. Repeated until nothing is. */
function learnFirst(step: Step): boolean {
    const first = firstOf(step);
    switch (step.kind) {
        case 'token': {
            const number = numberOf(step);
            const news = !has(first, number);
            add(first, number);
            return news;
        }
        case 'call':
            return take(step, first, step.rule.body, step.rule.body.empty);
        case 'assign':
            return both(learnFirst(step.value), take(step, first, step.value, step.value.empty));
        case 'sequence': {
            let news = false;
            let empty = true;
            for (const part of step.parts) {
                news = both(learnFirst(part), news);
                if (empty) news = both(addAll(first, firstOf(part)), news);
                empty &&= part.empty;
            }
            news = both(empty && !step.empty, news);
            step.empty ||= empty;
            return news;
        }
        case 'alternatives':
            return step.parts.reduce((news, part) => both(news, both(learnFirst(part), take(step, first, part, part.empty))), false);
        case 'repeat':
            return both(learnFirst(step.part), take(step, first, step.part, step.part.empty || !step.atLeastOnce));
        case 'wrap':
        case 'become':
            return false;
        case 'block': {
            const news = learnFirst(step.item);
            return step.open === null ? news : both(news, both(learnFirst(step.open), take(step, first, step.open, false)));
        }
    }
}

const both = (one: boolean, other: boolean): boolean => one || other;

function take(step: StepBase, first: TokenSet, from: Step, empty: boolean): boolean {
    const news = addAll(first, firstOf(from)) || (empty && !step.empty);
    step.empty ||= empty;
    return news;
}

/** Tells a step which tokens can come after it; whether a rule learnt something from that. */
function learnFollow(step: Step, follow: TokenSet): boolean {
    switch (step.kind) {
        case 'token':
        case 'wrap':
        case 'become':
            return false;
        case 'call':
            return addAll(followOf.get(step.rule) as TokenSet, follow);
        case 'assign':
            return learnFollow(step.value, follow);
        case 'sequence': {
            let news = false;
            let after = follow;
            for (let i = step.parts.length - 1; i >= 0; i--) {
                const part = step.parts[i] as Step;
                step.after[i] = typesOf(after);
                news = both(learnFollow(part, after), news);
                after = part.empty ? union(firstOf(part), after) : firstOf(part);
            }
            return news;
        }
        case 'alternatives':
            return step.parts.reduce((news, part) => both(learnFollow(part, follow), news), false);
        case 'repeat':
            step.unclear = unclear(firstOf(step.part), follow);
            return learnFollow(step.part, step.atMostOnce ? follow : union(firstOf(step.part), follow));
        case 'block': {
            // Separators and the end of a block begin no item, so they leave nothing unclear inside it; commas do.
            const inside = emptySet(MOST_PLACES);
            if (has(step.separators, tokenType(',').index)) add(inside, separatorPlace);
            if (!step.separated) addAll(inside, firstOf(step.item));
            return learnFollow(step.item, inside);
        }
    }
}

const separatorPlace = places.push(tokenType(',')) - 1;

/** Types of the tokens that begin a part and, at another place of the grammar, what comes after it. */
function unclear(first: TokenSet, follow: TokenSet): TokenSet | null {
    const own = typesOf(first);
    const other = typesOf(follow.map((bits, i) => bits & ~(first[i] ?? 0)));
    const both = common(own, other);
    return isEmpty(both) ? null : both;
}

function typesOf(set: TokenSet): TokenSet {
    const types = emptySet(TOKEN_TYPES.length);
    for (const place of members(set)) add(types, (places[place] as TokenType).index);
    return types;
}

function union(a: TokenSet, b: TokenSet): TokenSet {
    const both = a.slice();
    addAll(both, b);
    return both;
}

/** Fills the sets of types from those of places. */
function fillFirst(step: Step): void {
    step.first = typesOf(firstOf(step));
    if (step.kind === 'assign') fillFirst(step.value);
    else if (step.kind === 'repeat') fillFirst(step.part);
    else if (step.kind === 'sequence' || step.kind === 'alternatives') step.parts.forEach(fillFirst);
    else if (step.kind === 'block') {
        fillFirst(step.item);
        if (step.open !== null) fillFirst(step.open);
    }
}

/** Fills the tables by which alternatives are chosen. */
function fillChoices(step: Step): void {
    switch (step.kind) {
        case 'token':
        case 'call':
        case 'wrap':
        case 'become':
            return;
        case 'assign':
            return fillChoices(step.value);
        case 'sequence':
            return step.parts.forEach(fillChoices);
        case 'repeat':
            return fillChoices(step.part);
        case 'block':
            if (step.open !== null) fillChoices(step.open);
            return fillChoices(step.item);
        case 'alternatives':
            step.parts.forEach(fillChoices);
            for (let index = 0; index < TOKEN_TYPES.length; index++) {
                const parts = step.parts.flatMap((part, number) => (has(part.first, index) ? [number] : []));
                if (parts.length === 1) step.choice[index] = parts[0] as number;
                else if (parts.length > 1) step.choice[index] = -2 - (step.shared.push(parts) - 1);
            }
    }
}

for (const rule of PARSE_PROGRAM.rules) {
    // The body is made below, when all rules can be named.
    rules.set(rule.name, { name: rule.name, type: rule.kind === 'node' ? rule.type : null, kind: rule.kind, body: undefined as unknown as Step });
}
for (const rule of PARSE_PROGRAM.rules) ruleNamed(rule.name).body = stepOf(rule.body);
const all = [...rules.values()];
for (const rule of all) followOf.set(rule, emptySet(MOST_PLACES));
while (all.reduce((news, rule) => both(learnFirst(rule.body), news), false));
while (all.reduce((news, rule) => both(learnFollow(rule.body, followOf.get(rule) as TokenSet), news), false));
for (const rule of all) fillFirst(rule.body);
for (const rule of all) fillChoices(rule.body);
