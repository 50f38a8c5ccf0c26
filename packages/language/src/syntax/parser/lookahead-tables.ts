// Finds out which tokens can begin a step of the grammar and which can come after it, and so where the parser has to look further ahead than one token.
import type { AlternativesStep, Rule, Step, TokenStep } from './step.js';
import type { TokenType } from './token.js';
import { TOKEN_TYPES, tokenType } from './token.js';
import type { TokenSet } from './token-set.js';
import { add, addAll, common, emptySet, has, isEmpty, members } from './token-set.js';

// Tokens are told apart by their place in the grammar here: what begins alike at the same place is no question for the parser.
const places: TokenType[] = [];
const placeOf = new Map<TokenStep, number>();
const MOST_PLACES = 1024;

const firsts = new Map<Step, TokenSet>();
const follows = new Map<Rule, TokenSet>();
const shared = new Map<string, TokenSet>();

function numberOf(step: TokenStep): number {
    let number = placeOf.get(step);
    if (number === undefined) placeOf.set(step, (number = places.push(step.type) - 1));
    if (number >= MOST_PLACES) throw new Error('The grammar has more tokens than the tables have room for.');
    return number;
}

/** Places of the tokens that can begin a step; says of the step whether it may read nothing. No rule of the grammar begins with itself. */
function firstOf(step: Step): TokenSet {
    const known = firsts.get(step);
    if (known !== undefined) return known;
    const first = emptySet(MOST_PLACES);
    firsts.set(step, first);
    switch (step.kind) {
        case 'token':
            add(first, numberOf(step));
            break;
        case 'call':
            addAll(first, firstOf(step.rule.body));
            step.empty = step.rule.body.empty;
            break;
        case 'assign':
            addAll(first, firstOf(step.value));
            step.empty = step.value.empty;
            break;
        case 'sequence':
            step.empty = true;
            // What stands behind may hold the step itself, so it is not asked here.
            for (let i = 0; i < step.parts.length && step.empty; i++) {
                const part = step.parts[i] as Step;
                addAll(first, firstOf(part));
                step.empty = part.empty;
            }
            break;
        case 'alternatives':
            for (const part of step.parts) addAll(first, firstOf(part));
            step.empty = step.parts.some((part) => part.empty);
            break;
        case 'repeat':
            addAll(first, firstOf(step.part));
            step.empty = step.part.empty || !step.atLeastOnce;
            break;
        case 'block':
            if (step.open !== null) addAll(first, firstOf(step.open));
            break;
        case 'wrap':
        case 'become':
            break;
    }
    step.first = typesOf(first);
    return first;
}

/** Tells a step which tokens can come after it; whether a rule learnt something from that. The last time, `settle` keeps what the parser asks for. */
function learnFollow(step: Step, follow: TokenSet, settle: boolean): boolean {
    switch (step.kind) {
        case 'token':
        case 'wrap':
        case 'become':
            return false;
        case 'call':
            return addAll(follows.get(step.rule) as TokenSet, follow);
        case 'assign':
            return learnFollow(step.value, follow, settle);
        case 'sequence': {
            let news = false;
            let after = follow;
            for (let i = step.parts.length - 1; i >= 0; i--) {
                const part = step.parts[i] as Step;
                if (settle) step.after[i] = typesOf(after);
                news = both(learnFollow(part, after, settle), news);
                after = part.empty ? union(firstOf(part), after) : firstOf(part);
            }
            return news;
        }
        case 'alternatives':
            return step.parts.reduce((news, part) => both(learnFollow(part, follow, settle), news), false);
        case 'repeat':
            if (settle) step.unclear = unclear(firstOf(step.part), follow);
            return learnFollow(step.part, step.atMostOnce ? follow : union(firstOf(step.part), follow), settle);
        case 'block': {
            // Separators and the end of a block begin no item, so they leave nothing unclear inside it; commas do.
            const inside = emptySet(MOST_PLACES);
            if (has(step.separators, tokenType(',').index)) add(inside, separatorPlace);
            if (!step.separated) addAll(inside, firstOf(step.item));
            return learnFollow(step.item, inside, settle);
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
    // Steps share equal sets: there are thousands of steps, and each array of bits has memory of its own that a start from the snapshot must make.
    const key = types.join();
    const same = shared.get(key);
    if (same !== undefined) return same;
    shared.set(key, types);
    return types;
}

const both = (one: boolean, other: boolean): boolean => one || other;

function union(a: TokenSet, b: TokenSet): TokenSet {
    const both = a.slice();
    addAll(both, b);
    return both;
}

function eachStep(step: Step, visit: (step: Step) => void): void {
    visit(step);
    if (step.kind === 'assign') eachStep(step.value, visit);
    else if (step.kind === 'repeat') eachStep(step.part, visit);
    else if (step.kind === 'sequence' || step.kind === 'alternatives') for (const part of step.parts) eachStep(part, visit);
    else if (step.kind === 'block') {
        if (step.open !== null) eachStep(step.open, visit);
        eachStep(step.item, visit);
    }
}

/** Fills the table by which alternatives are chosen. */
function fillChoice(step: Step): void {
    if (step.kind !== 'alternatives') return;
    for (const [number, part] of step.parts.entries()) for (const type of members(part.first)) offer(step, type, number);
}

function offer(step: AlternativesStep, type: number, part: number): void {
    const choice = step.choice[type] as number;
    if (choice === -1) step.choice[type] = part;
    else if (choice >= 0) step.choice[type] = -2 - (step.shared.push([choice, part]) - 1);
    else (step.shared[-2 - choice] as number[]).push(part);
}

/** Fills in what the steps of all rules have to know of the tokens around them. */
export function fillTables(rules: readonly Rule[]): void {
    for (const rule of rules) {
        eachStep(rule.body, firstOf);
        follows.set(rule, emptySet(MOST_PLACES));
    }
    const tellFollow = (settle: boolean): boolean =>
        rules.reduce((news, rule) => both(learnFollow(rule.body, follows.get(rule) as TokenSet, settle), news), false);
    while (tellFollow(false));
    tellFollow(true);
    for (const rule of rules) eachStep(rule.body, fillChoice);
    // What only the filling needs.
    for (const table of [placeOf, firsts, follows, shared]) table.clear();
}
