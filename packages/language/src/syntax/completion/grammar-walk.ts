// Walks the grammar's network along tokens, all readings at once, and says at each point which tokens and rules could come next.
import type { GrammarNetwork, State, TokenStep } from './grammar-network.js';

/** Where in the grammar something stands: the rule, the property it fills in the rule around, and the token the rule began with. */
export interface GrammarPlace {
    rule: string;
    feature: string | null;
    /** Number of the first token of this use of the rule. */
    from: number;
    outer: GrammarPlace | null;
}

/** One use of a rule that began at one token. Readings that agree on it share it, so their number stays small. */
interface Use {
    rule: string;
    from: number;
    callers: { use: Use; feature: string | null; to: State }[];
    /** The rule has ended at the token it began with (it read nothing). */
    endedEmpty: boolean;
}

interface Point {
    state: State;
    use: Use;
}

/** All readings of the tokens so far. */
export interface Readings {
    /** How many tokens were read. */
    position: number;
    points: readonly Point[];
}

/** A token that could come next, and where. */
export interface ExpectedToken {
    token: string;
    keyword: boolean;
    feature: string | null;
    place: GrammarPlace;
}

/** Before the first token of a rule, the whole file when none is named. `position` numbers that token. */
export function startReadings(network: GrammarNetwork, position: number, rule = network.entry): Readings {
    const use: Use = { rule, from: position, callers: [], endedEmpty: false };
    const start = network.starts.get(rule);
    return { position, points: start === undefined ? [] : closure(network, [{ state: start, use }], position) };
}

/** The same readings, as if the next token had this number: after tokens were skipped. */
export function resumedAt(readings: Readings, position: number): Readings {
    return { position, points: readings.points };
}

/** The readings after one more token, given by the name of its type; without points when no reading allows it. */
export function readToken(network: GrammarNetwork, readings: Readings, token: string): Readings {
    const next: Point[] = [];
    for (const { state, use } of readings.points) for (const step of state.tokens) if (step.token === token) next.push({ state: step.to, use });
    const position = readings.position + 1;
    return { position, points: closure(network, next, position) };
}

/** The points reachable without reading a token: into rules, out of ended rules, over optional parts. */
function closure(network: GrammarNetwork, seeds: readonly Point[], position: number): Point[] {
    const reached = new Map<Use, Set<State>>();
    const begun = new Map<string, Use>();
    const points: Point[] = [];
    const waiting: Point[] = [];
    const reach = (state: State, use: Use): void => {
        const states = reached.get(use) ?? new Set();
        if (states.size === 0) reached.set(use, states);
        if (states.has(state)) return;
        states.add(state);
        waiting.push({ state, use });
    };
    for (const { state, use } of seeds) reach(state, use);
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
        const { state, use } = point;
        points.push(point);
        for (const free of state.free) reach(free, use);
        for (const { rule, feature, to } of state.rules) {
            const start = network.starts.get(rule);
            if (start === undefined) continue;
            let begin = begun.get(rule);
            if (begin === undefined) {
                begin = { rule, from: position, callers: [], endedEmpty: false };
                begun.set(rule, begin);
            }
            if (!begin.callers.some((caller) => caller.use === use && caller.to === to)) begin.callers.push({ use, feature, to });
            reach(start, begin);
            if (begin.endedEmpty) reach(to, use);
        }
        if (state.end) {
            if (use.from === position) use.endedEmpty = true;
            for (const caller of use.callers) reach(caller.to, caller.use);
        }
    }
    return points;
}

const MOST_PLACES = 12;

/** Every token that could come next, once for each place in which it could stand. */
export function expectedTokens(readings: Readings): ExpectedToken[] {
    const expected: ExpectedToken[] = [];
    const places = new Map<Use, GrammarPlace[]>();
    for (const { state, use } of readings.points) {
        for (const step of state.tokens) for (const place of placesOf(use, places)) expected.push(expectation(step, place));
    }
    return expected;
}

function expectation({ token, keyword, feature }: TokenStep, place: GrammarPlace): ExpectedToken {
    return { token, keyword, feature, place };
}

// A rule may be in use in several ways at once ("a fact" or "a measure"); very many are never needed to know what fits.
function placesOf(use: Use, known: Map<Use, GrammarPlace[]>): GrammarPlace[] {
    const found = known.get(use);
    if (found !== undefined) return found;
    const places: GrammarPlace[] = [];
    known.set(use, places);
    if (use.callers.length === 0) places.push({ rule: use.rule, feature: null, from: use.from, outer: null });
    for (const caller of use.callers) {
        for (const outer of placesOf(caller.use, known)) {
            if (places.length < MOST_PLACES) places.push({ rule: use.rule, feature: caller.feature, from: use.from, outer });
        }
    }
    return places;
}

/** Whether the readings allow this token next. */
export function allows(readings: Readings, token: string): boolean {
    return readings.points.some(({ state }) => state.tokens.some((step) => step.token === token));
}
