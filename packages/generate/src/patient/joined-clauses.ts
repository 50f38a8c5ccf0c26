// Clauses that say the same of different things become one: "you have A or B", "at least 2 of these medicines did not help you enough: …".
import { clauseSentences, clauseWords, fragment, joinKey, ofClause, sentence, type Block, type Clause } from './clause.js';
import { enumerate, join, plainText, words } from './inline.js';
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

function sameExtras(statements: readonly Clause[]): boolean {
    const extras = statements.map((statement) => JSON.stringify(statement.extra));
    return extras.every((extra) => extra === extras[0]);
}

/** A joined statement: in one sentence when it is short, else as a lead with a list. Null where joining would turn the meaning. */
export function joinedList(quantifier: Quantifier, statements: readonly Clause[], atTop: boolean): Block | null {
    const [first] = statements;
    if (first === undefined) return null;
    const isSubject = first.before.length === 0;
    if (quantifier.kind === 'any' && first.negative) return null;
    const shared = sameExtras(statements);
    if (statements.length === 2 && shared && quantifier.kind !== 'count' && !(isSubject && quantifier.kind === 'all')) {
        const joined = joinClauses(statements, quantifier.kind === 'any' || first.negative ? 'or' : 'and');
        if (plainText(joined.object ?? []).length <= SHORT_NAMES) return ofClause({ ...joined, spell: each(joined.spell, quantifier.kind === 'all') });
    }
    const none = isSubject && first.negative && first.verb !== null;
    const statement: Clause = {
        ...first,
        object: words(none ? `none of these ${nounText(first)}`.trimEnd() : quantifierText(quantifier, nounText(first), isSubject, first.negative, atTop)),
        verb: none && first.verb !== null ? { one: first.verb.one.replace(' not', ''), many: first.verb.many.replace(' not', '') } : first.verb,
        plural: quantifier.kind === 'count' && quantifier.count > 1,
        spell: each(first.spell, quantifier.kind !== 'any'),
        extra: [],
    };
    const items = statements.map(({ object, extra }) => ({ ...fragment(object ?? []), extra: shared ? [] : extra }));
    const follow = [...spellSentence(statement, quantifier.kind !== 'any'), ...(shared ? first.extra : [])];
    return { ...sentence(clauseWords({ ...statement, spell: statement.spell?.sentence === true ? null : statement.spell }), items), between: follow };
}

function each(spell: Clause['spell'], several: boolean): Clause['spell'] {
    return spell === null || spell.sentence || !several ? spell : { ...spell, text: join(spell.text, ' each') };
}

function spellSentence(statement: Clause, several: boolean): Block[] {
    return clauseSentences({ ...statement, extra: [] }, several);
}

function nounText(statement: Clause): string {
    return statement.noun === 'things' ? '' : statement.noun;
}
