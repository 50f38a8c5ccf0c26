// The grammar as a network of states: what can follow what, rule by rule. Made once from the parser's tables, walked by completion.
import { PARSE_PROGRAM } from '../../generated/parse-program.js';
import type { BlockForm, Element } from '../parser/program.js';

/** A step that reads one token: a keyword by its text, a terminal by its name. */
export interface TokenStep {
    token: string;
    /** Whether the token is a keyword of the language. */
    keyword: boolean;
    /** The property of the syntax node that the token fills. */
    feature: string | null;
    to: State;
}

/** A step into another rule; the network goes on at `to` when that rule has ended. */
export interface RuleStep {
    rule: string;
    feature: string | null;
    to: State;
}

/** A point between the tokens of one rule. */
export interface State {
    tokens: TokenStep[];
    rules: RuleStep[];
    /** States reached without reading anything. */
    free: State[];
    /** The rule may end here. */
    end: boolean;
}

export interface GrammarNetwork {
    entry: string;
    /** The first state of each rule. */
    starts: ReadonlyMap<string, State>;
}

let network: GrammarNetwork | undefined;

/** The network of the language's grammar. */
export function grammarNetwork(): GrammarNetwork {
    network ??= buildNetwork();
    return network;
}

function buildNetwork(): GrammarNetwork {
    const starts = new Map<string, State>();
    for (const { name, body } of PARSE_PROGRAM.rules) {
        const start = state();
        add(body, start, null).end = true;
        starts.set(name, start);
    }
    return { entry: PARSE_PROGRAM.entry, starts };
}

const state = (): State => ({ tokens: [], rules: [], free: [], end: false });

/** Adds an element of a rule after `from`; gives the state behind it. */
function add(element: Element, from: State, feature: string | null): State {
    switch (element[0]) {
        case 'keyword':
        case 'terminal':
            return addToken(from, element[1], element[0] === 'keyword', feature);
        case 'rule': {
            const to = state();
            from.rules.push({ rule: element[1], feature, to });
            return to;
        }
        case 'assign':
            return add(element[3], from, element[1]);
        case 'sequence':
            return (element.slice(1) as Element[]).reduce((at, part) => add(part, at, feature), from);
        case 'alternatives': {
            const after = state();
            for (const alternative of element.slice(1) as Element[]) add(alternative, from, feature).free.push(after);
            return after;
        }
        case '?':
        case '*':
        case '+':
            return addRepeated(element[0], element[1], from, feature);
        case 'block': {
            const inside = add(element[1], from, feature);
            const after = state();
            for (const last of addItems(element[2], element[3], inside)) last.tokens.push({ token: '}', keyword: true, feature: null, to: after });
            return after;
        }
        case 'file': {
            const after = state();
            for (const last of addItems(element[1], element[2], from)) last.free.push(after);
            return after;
        }
        case 'wrap':
        case 'become':
            return from;
    }
}

function addRepeated(how: '?' | '*' | '+', element: Element, from: State, feature: string | null): State {
    const first = state();
    from.free.push(first);
    const last = add(element, first, feature);
    const after = state();
    last.free.push(after);
    if (how !== '+') first.free.push(after);
    if (how !== '?') last.free.push(first);
    return after;
}

/** Adds the items of a block with their separators; gives the states after which the block can end. */
function addItems(item: Element, form: BlockForm, start: State): State[] {
    const behind = state();
    const between = state();
    for (const token of form.separators) {
        start.tokens.push({ token, keyword: false, feature: null, to: start });
        behind.tokens.push({ token, keyword: false, feature: null, to: between });
        between.tokens.push({ token, keyword: false, feature: null, to: between });
    }
    for (const before of form.separated ? [start, between] : [start, between, behind]) add(item, before, null).free.push(behind);
    return [start, behind, between];
}

function addToken(from: State, token: string, keyword: boolean, feature: string | null): State {
    const to = state();
    from.tokens.push({ token, keyword, feature, to });
    return to;
}
