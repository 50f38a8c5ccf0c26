// The shapes patient text is built from: a clause that can stand in a sentence, and a block of sentences with a list or table below.
import { enumerate, join, plainText, words, type Inline } from './inline.js';

/** What the items of a joined list are called: "at least 2 of these medicines". */
export type Noun = 'medicines' | 'illnesses' | 'tests' | 'values' | 'body parts' | 'things';

/**
 * One statement about the patient: "you have | lupus | at your screening visit".
 * Clauses that differ in the object alone can be joined: "you have any of these: …".
 */
export interface Clause {
    before: Inline[];
    /** What the clause is about; null when it cannot be taken out. */
    object: Inline[] | null;
    /** Between object and rest where the object is the subject: "is", "are". */
    verb: { one: string; many: string } | null;
    /** The object is in the plural ("your platelets are"). */
    plural: boolean;
    after: Inline[];
    noun: Noun;
    /** A length of time that holds for each item by itself; `sentence` forms a sentence of its own: "You used it for …". */
    spell: { text: Inline[]; sentence: boolean } | null;
    /** Further sentences, which the clause needs to be right. */
    extra: Block[];
    /** The clause says "not" before its object, so that "any of these" is right where it would otherwise be "at least one of these". */
    negative: boolean;
}

/** Sentences with what hangs below them. */
export interface Block {
    /** The statement; null for a fragment such as an item of a list of names. */
    clause: Clause | null;
    /** Without `clause`: the words themselves. */
    lead: Inline[];
    /** The lead is a name or value in a list, not a sentence. */
    fragment: boolean;
    /** The block is nothing but a list of statements of which all or any hold: a list of the same kind can take its items in. */
    joins: 'all' | 'any' | null;
    /** The undefined words that this sentence is about: it is said once for all items of a list that use them. Empty for other blocks. */
    undefinedWords: readonly string[];
    /** Sentences between the lead and its list or table. */
    between: Block[];
    items: Block[];
    table: Table | null;
    /** Sentences after the list. */
    extra: Block[];
}

export interface Table {
    head: [Inline[], Inline[]];
    rows: [Inline[], Inline[]][];
}

/** A clause with nothing but what is given. */
export function clause(parts: Partial<Clause>): Clause {
    return { before: [], object: null, verb: null, plural: false, after: [], noun: 'things', spell: null, extra: [], negative: false, ...parts };
}

/** A clause of fixed words. */
export function fixed(...parts: (string | Inline[])[]): Clause {
    return clause({ before: join(...parts) });
}

/** A block that is one clause. */
export function ofClause(statement: Clause): Block {
    return { clause: statement, lead: [], fragment: false, joins: null, undefinedWords: [], between: [], items: [], table: null, extra: [] };
}

/** A full sentence. */
export function sentence(lead: Inline[], items: Block[] = []): Block {
    return { clause: null, lead, fragment: false, joins: null, undefinedWords: [], between: [], items, table: null, extra: [] };
}

/** An item of a list that is a name or value. */
export function fragment(lead: Inline[]): Block {
    return { clause: null, lead, fragment: true, joins: null, undefinedWords: [], between: [], items: [], table: null, extra: [] };
}

/** The words of a clause up to its further sentences. */
export function clauseWords(statement: Clause): Inline[] {
    const { before, object, verb, plural, after, spell } = statement;
    const inlineSpell = spell !== null && !spell.sentence ? join(' ', spell.text) : [];
    return join(
        before,
        before.length === 0 ? asSubject(object ?? []) : (object ?? []),
        verb === null ? '' : ` ${plural ? verb.many : verb.one}`,
        after,
        inlineSpell,
    );
}

/** "Any drug did not help" would be read as "no drug helped": as a subject "any" is "at least one". */
function asSubject(object: Inline[]): Inline[] {
    const [first, ...rest] = object;
    return first === undefined ? [] : [{ ...first, text: first.text.replace(/^any (?=$|\S)/u, 'at least one ') }, ...rest];
}

/** Sentences that follow a clause: its length of time, then what else it needs. `each` where it speaks of several items. */
export function clauseSentences(statement: Clause, each: boolean): Block[] {
    const { spell, extra } = statement;
    if (spell === null || !spell.sentence) return extra;
    return [sentence(join(each ? 'you used each one ' : 'you used it ', spell.text)), ...extra];
}

/** Equal for clauses that say the same of different objects; null where the object cannot be taken out. */
export function joinKey(statement: Clause): string | null {
    if (statement.object === null) return null;
    const { before, verb, after, noun, spell } = statement;
    return JSON.stringify([plainText(before), verb, plainText(after), noun, spell === null ? null : [plainText(spell.text), spell.sentence]]);
}

/** Equal for blocks that say the same. */
export function blockKey(block: Block): string {
    return JSON.stringify(keyParts(block));
}

function keyParts(block: Block): unknown {
    const lead = block.clause === null ? block.lead : clauseWords(block.clause);
    const parts = [...(block.clause === null ? [] : clauseSentences(block.clause, false)), ...block.between, ...block.items, ...block.extra];
    const rows = block.table?.rows.map(([name, value]) => [plainText(name), plainText(value)]) ?? [];
    return [plainText(lead), rows, parts.map(keyParts)];
}

/** The clause of a block that is nothing else; null for blocks with a list, a table or more sentences of their own. */
export function pureClause(block: Block): Clause | null {
    return block.items.length === 0 && block.table === null && block.between.length === 0 && block.extra.length === 0 ? block.clause : null;
}

/** Who settles what undefined words mean: "The study doctor decides what counts as “severe” or “active”". */
export function decidedByDoctor(undefinedWords: readonly string[]): Block {
    const quoted = undefinedWords.map((word) => words(`“${word}”`));
    return { ...sentence(join('the study doctor decides what counts as ', enumerate(quoted, 'or'))), undefinedWords };
}
