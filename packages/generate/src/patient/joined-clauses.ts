// Clauses that say the same of different things become one: "you have A or B", "at least 2 of these medicines did not help you enough: …".
import {
    blockKey,
    clauseSentences,
    clauseWords,
    decidedByDoctor,
    fragment,
    joinKey,
    ofClause,
    pureClause,
    sentence,
    type Block,
    type Clause,
} from './clause.js';
import { enumerate, fullLength, join, words } from './inline.js';
import type { Quantifier } from './quantifier.js';
import { quantifierText } from './quantifier.js';

/** Two names up to this many letters stand in the sentence; more or longer ones in a list below it. */
const SHORT_NAMES = 80;

/** Whether clauses differ in their object alone. */
export function sameFrame(statements: readonly Clause[]): boolean {
    const keys = statements.map(joinKey);
    return keys.length > 1 && keys[0] !== null && keys.every((key) => key === keys[0]);
}

/** One clause about several objects. */
export function joinClauses(statements: readonly Clause[], conjunction: 'or' | 'and'): Clause {
    const [first] = statements;
    if (first === undefined) throw new RangeError('no clauses to join');
    const objects = statements.map((statement) => statement.object ?? []);
    const plural = conjunction === 'and' || (statements.at(-1)?.plural ?? false);
    return { ...first, object: enumerate(objects, conjunction), plural };
}

/** What follows the joined statement once, and whether the rest must stay with its item. */
function sharedExtras(statements: readonly Clause[]): { once: Block[]; own: boolean } {
    const undefinedWords = [...new Set(statements.flatMap(({ extra }) => extra.flatMap((block) => block.undefinedWords)))];
    const specific = statements.map(({ extra }) => extra.filter(isSpecific));
    const own = specific.some((blocks) => blocks.map(blockKey).join() !== specific[0]?.map(blockKey).join());
    return { once: [...(own ? [] : (specific[0] ?? [])), ...(undefinedWords.length === 0 ? [] : [decidedByDoctor(undefinedWords)])], own };
}

function isSpecific(block: Block): boolean {
    return block.undefinedWords.length === 0;
}

/** Where a list stands: right under its heading, or inside a sentence, where it is read in one line. */
export interface Layout {
    atTop: boolean;
    inLine: boolean;
}

/** A joined statement: in one sentence when it is short, else as a lead with a list. Null where joining would turn the meaning. */
export function joinedList(quantifier: Quantifier, statements: readonly Clause[], layout: Layout): Block | null {
    const [first] = statements;
    if (first === undefined) return null;
    const isSubject = first.before.length === 0;
    if (quantifier.kind === 'any' && first.negative) return null;
    const { once, own } = sharedExtras(statements);
    if ((statements.length === 2 || layout.inLine) && !own && quantifier.kind !== 'count' && !(isSubject && quantifier.kind === 'all')) {
        const joined = joinClauses(statements, quantifier.kind === 'any' || first.negative ? 'or' : 'and');
        if (layout.inLine || fullLength(joined.object ?? []) <= SHORT_NAMES)
            return ofClause({ ...joined, spell: each(joined.spell, quantifier.kind === 'all'), extra: once });
    }
    const none = isSubject && first.negative && first.verb !== null;
    const statement: Clause = {
        ...first,
        object: words(
            none
                ? `none of these ${nounText(first)}`.trimEnd()
                : quantifierText(quantifier, statements.length, nounText(first), isSubject, first.negative, layout.atTop),
        ),
        verb: none && first.verb !== null ? { one: first.verb.one.replace(' not', ''), many: first.verb.many.replace(' not', '') } : first.verb,
        plural: quantifier.kind === 'count' && quantifier.count > 1,
        spell: each(first.spell, quantifier.kind !== 'any'),
        extra: [],
    };
    const items = statements.map(({ object, extra }) => ({ ...fragment(object ?? []), extra: own ? extra.filter(isSpecific) : [] }));
    const lead = clauseWords({ ...statement, spell: statement.spell?.sentence === true ? null : statement.spell });
    return { ...sentence(lead, items), between: clauseSentences({ ...statement, extra: [] }, quantifier.kind !== 'any'), extra: once };
}

function each(spell: Clause['spell'], several: boolean): Clause['spell'] {
    return spell === null || spell.sentence || !several ? spell : { ...spell, text: join(spell.text, ' each') };
}

function nounText(statement: Clause): string {
    return statement.noun === 'things' ? '' : statement.noun;
}

/** Items of a list that say the same of different things, `least` of them or more, become one item with a list of its own. */
export function partlyJoined(quantifier: Quantifier, items: readonly Block[], least: number, layout: Layout): Block[] {
    const alike = new Map<string, { at: number; statements: Clause[] }>();
    const keys = items.map((item, at) => {
        const statement = pureClause(item);
        const key = statement === null ? null : joinKey(statement);
        if (statement === null || key === null) return null;
        const known = alike.get(key);
        if (known === undefined) alike.set(key, { at, statements: [statement] });
        else known.statements.push(statement);
        return key;
    });
    const joined = new Map([...alike].map(([key, { statements }]) => [key, statements.length >= least ? joinedList(quantifier, statements, layout) : null]));
    return items.flatMap((item, at) => {
        const key = keys[at] ?? null;
        const list = key === null ? null : (joined.get(key) ?? null);
        if (key === null || list === null) return [item];
        return alike.get(key)?.at === at ? [list] : [];
    });
}
