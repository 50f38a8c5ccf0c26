// The grammar as a network of states: what can follow what, rule by rule. Made once from Langium's grammar, walked by completion.
import { GrammarAST } from 'langium';
import { languageServices } from '../language-services.js';

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
    network ??= buildNetwork(languageServices().Grammar);
    return network;
}

function buildNetwork(grammar: GrammarAST.Grammar): GrammarNetwork {
    const starts = new Map<string, State>();
    let entry = '';
    for (const rule of grammar.rules) {
        if (!GrammarAST.isParserRule(rule)) continue;
        if (rule.entry) entry = rule.name;
        const start = state();
        add(rule.definition, start, null).end = true;
        starts.set(rule.name, start);
    }
    return { entry, starts };
}

const state = (): State => ({ tokens: [], rules: [], free: [], end: false });

/** Adds an element of a rule after `from`; gives the state behind it. */
function add(element: GrammarAST.AbstractElement, from: State, feature: string | null): State {
    const first = state();
    from.free.push(first);
    const last = addOnce(element, first, feature);
    const after = state();
    last.free.push(after);
    if (element.cardinality === '?' || element.cardinality === '*') first.free.push(after);
    if (element.cardinality === '*' || element.cardinality === '+') last.free.push(first);
    return after;
}

function addOnce(element: GrammarAST.AbstractElement, from: State, feature: string | null): State {
    if (GrammarAST.isAlternatives(element)) {
        const after = state();
        for (const alternative of element.elements) add(alternative, from, feature).free.push(after);
        return after;
    }
    if (GrammarAST.isGroup(element)) return element.elements.reduce((at, part) => add(part, at, feature), from);
    if (GrammarAST.isAssignment(element)) return add(element.terminal, from, element.feature);
    if (GrammarAST.isKeyword(element)) return addToken(from, element.value, true, feature);
    if (GrammarAST.isRuleCall(element)) {
        const name = element.rule.$refText;
        if (GrammarAST.isTerminalRule(element.rule.ref)) return addToken(from, name, false, feature);
        const to = state();
        from.rules.push({ rule: name, feature, to });
        return to;
    }
    // Actions read nothing; the grammar has no other kind of element.
    return from;
}

function addToken(from: State, token: string, keyword: boolean, feature: string | null): State {
    const to = state();
    from.tokens.push({ token, keyword, feature, to });
    return to;
}
