// Which kinds of terms a place in a line asks for, told from the words before it.
import type { CompletionContext } from '@crit-lang/language/syntax/completion/completion-context.js';
import type { GrammarPlace } from '@crit-lang/language/syntax/completion/grammar-walk.js';
import type { TermKind } from '@crit-lang/model/criteria/term.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';

export interface WantedTerms {
    /** Kinds that fit, all of them first in the list. */
    kinds: readonly TermKind[];
    /** Whether terms of other kinds are offered after them. */
    others: boolean;
    /** The name starts a line that has no verb yet: a disease or a drug needs one. */
    startsLine: boolean;
    /** Definitions of the protocol can stand here. */
    definitions: boolean;
}

const CONDITIONS: readonly TermKind[] = ['condition', 'procedure', 'event'];
const TREATMENTS: readonly TermKind[] = ['drug', 'procedure'];
const MEASURES: readonly TermKind[] = ['lab', 'measure', 'score'];
const SUBJECTS: readonly TermKind[] = ['lab', 'measure', 'score', 'test', 'grade', 'fact'];

const KINDS_BY_WORD: ReadonlyMap<string, readonly TermKind[]> = new Map<string, readonly TermKind[]>([
    ...['has', 'had', 'ever had', 'never had', 'onset of', 'diagnosed with', 'diagnosis of', 'due to', 'associated with', 'since'].map(
        (word) => [word, CONDITIONS] as const,
    ),
    ...['uses', 'used', 'ever used', 'never used', 'started', 'stopped', 'used before', 'dose of', 'first dose of', 'last dose of', 'start of'].map(
        (word) => [word, TREATMENTS] as const,
    ),
    ...['inadequate response', 'loss of response', 'intolerance', 'contraindication', 'relapse', 'treated with', 'requiring'].map(
        (word) => [word, TREATMENTS] as const,
    ),
    ...['any value of', 'every value of', 'latest value of', 'worst value of'].map((word) => [word, MEASURES] as const),
    ['plans', ['procedure', 'drug', 'event']],
    ['meets', ['criteria']],
    ['confirmed by', ['test', 'procedure', 'lab', 'measure']],
]);

const only = (kinds: readonly TermKind[]): WantedTerms => ({ kinds, others: false, startsLine: false, definitions: false });
const first = (kinds: readonly TermKind[]): WantedTerms => ({ kinds, others: true, startsLine: false, definitions: false });

/** What fits where a name begins; `place` is the use of the rule Name. Null where the name is a new one, or free text. */
export function wantedTerms(place: GrammarPlace, context: CompletionContext): WantedTerms | null {
    const holder = place.outer;
    switch (holder?.rule) {
        case 'Selection':
        case 'PlainSelection':
            return wantedBySelection(holder, context);
        case 'Anchor': {
            const kinds = KINDS_BY_WORD.get(tokenName(context, holder.from));
            return kinds === undefined ? null : only(kinds);
        }
        case 'EquivalentClause':
        case 'TermEquivalent':
            return only(['drug']);
        case 'LimitValue':
            return only(MEASURES);
        case 'NameValue':
            // A grade, or a part of a scale, is no term; a value may be compared with another measure.
            return around(holder, 'Comparison') === null || tokenName(context, place.from) === '' ? null : only(MEASURES);
        case 'Term': {
            const kind = TERM_KINDS.find((each) => each === tokenName(context, holder.from));
            return kind === undefined ? null : only([kind]);
        }
        case 'TermNames':
            return termNames(holder, context);
        case 'Declaration':
            return first([]);
        case 'MethodClause':
            return first(['test', 'procedure', 'score', 'criteria']);
        default:
            return null;
    }
}

function termNames(holder: GrammarPlace, context: CompletionContext): WantedTerms | null {
    const key = tokenName(context, holder.from);
    if (key === 'components') return null;
    if (key === 'for') return only(['condition']);
    for (let at = holder.outer; at !== null; at = at.outer) {
        const kind = at.rule === 'Term' ? TERM_KINDS.find((each) => each === tokenName(context, at.from)) : undefined;
        if (kind !== undefined && key.startsWith('is')) return only([kind]);
    }
    return first([]);
}

/** Climbs from a selection to the words that say what it is: a verb before it, or before the list it stands in. */
function wantedBySelection(holder: GrammarPlace, context: CompletionContext): WantedTerms | null {
    if (holder.feature === 'index') return only(['condition']);
    if (tokenName(context, holder.from) === 'dose of') return only(['drug']);
    // Where the text before could not be read, the word right before the name still says what is meant.
    const wordBefore = KINDS_BY_WORD.get(tokenName(context, holder.from - 1));
    if (wordBefore !== undefined) return first(wordBefore);
    let startsLine = true;
    for (let at: GrammarPlace | null = holder.outer; at !== null; at = at.outer) {
        const word = tokenName(context, at.from);
        switch (at.rule) {
            case 'Clinical':
            case 'Refinement':
            case 'Elapsed': {
                const kinds = at.rule === 'Elapsed' ? CONDITIONS : KINDS_BY_WORD.get(word);
                if (kinds !== undefined) return first(kinds);
                if (at.rule === 'Refinement') return first(CONDITIONS);
                break;
            }
            case 'WashoutRow':
                return only(TREATMENTS);
            case 'ArithmeticTerm':
                return only(MEASURES);
            case 'InClause':
                return only(['grade']);
            case 'Exception':
            case 'Group':
                startsLine = false;
                break;
            case 'Line':
            case 'Guard':
            case 'ConditionRow':
            case 'FactLine':
                return { kinds: SUBJECTS, others: true, startsLine, definitions: true };
        }
    }
    return first([]);
}

/** The type of a token of the statement; empty when none stands there yet. */
export function tokenName(context: CompletionContext, index: number): string {
    return context.tokens[index]?.tokenType.name ?? '';
}

/** The nearest use of a rule around a place, itself included. */
export function around(place: GrammarPlace | null, rule: string): GrammarPlace | null {
    for (let at = place; at !== null; at = at.outer) if (at.rule === rule) return at;
    return null;
}
