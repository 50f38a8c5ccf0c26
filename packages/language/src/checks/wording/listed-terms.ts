// Finds the enumerations of a wording: names joined by commas, 'and', 'or', slashes.
import type { FoundTerm } from './term-names.js';

/** Words that a list does not have between its items: they start another clause. */
const NEW_CLAUSE =
    /\b(?:within|before|after|prior|during|until|since|who|whom|whose|which|that|when|where|while|defined|treated|requir\w+|due|if|unless|than|by|at|with|without|from|for|to|in|of|on|as|is|are|was|were|be|been|has|have|had|must|should|shall|will|would|may|can|could|not|no|excluding|except|including|despite|because|based|according|used|using|followed|given|taken|measured|considered|provided|following)\b|[.:?!]|\d/i;
const JOINT = /[,;/]|\b(?:and|or|AND|OR)\b/;
const MOST_WORDS_BETWEEN = 6;
/** What may follow a name as its head word before the joint: "hepatitis B virus infection or …". */
const HEAD_WORD =
    /^\s*(?:(?:virus\s+)?(?:diseases?|disorders?|infections?|syndromes?|antibod(?:y|ies)|therap(?:y|ies)|treatments?|tests?|levels?|drugs?|agents?|inhibitors?|use|positivity|involvement|failure|carcinoma|cancers?|tumou?rs?|abnormalit(?:y|ies)|derivatives?|placement|surgery|surgeries|transplant(?:ation)?|vaccines?|viruses|virus|counts?|scores?|deficienc(?:y|ies)|manifestations?|symptoms?|events?|or its derivatives)\s*)?(?=[,;/]|\b(?:and|or|AND|OR)\b)/i;

/** The names that stand in enumerations of two or more, list by list. */
export function listsOfTerms(text: string, terms: readonly FoundTerm[]): FoundTerm[][] {
    const lists: FoundTerm[][] = [];
    // A name in parentheses is an abbreviation of what stands before, or belongs to a list of its own in there.
    const groups = new Map<string, FoundTerm[]>();
    for (const [index, term] of terms.entries()) {
        if (isHeadWord(text, terms[index - 1], term)) continue;
        const key = parenthesisAt(text, term.start);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [term]);
        else group.push(term);
    }
    for (const group of groups.values()) {
        let current: FoundTerm[] = [];
        for (const term of group) {
            const last = current.at(-1);
            if (last !== undefined && areJoined(text.slice(last.end, term.start))) {
                current.push(term);
                continue;
            }
            if (current.length > 1) lists.push(current);
            current = [term];
        }
        if (current.length > 1) lists.push(current);
    }
    return lists;
}

/** The "infection" of "tuberculosis (TB) infection": the head word of the name before it, no item of its own. */
function isHeadWord(text: string, previous: FoundTerm | undefined, term: FoundTerm): boolean {
    if (term.words.length > 1 || previous === undefined) return false;
    return /^\s*(?:\)\s*)?$/.test(text.slice(previous.end, term.start).replace(/\([^()]*\)/g, ' '));
}

/** Names the innermost parentheses around a place; '' outside of any. */
function parenthesisAt(text: string, at: number): string {
    const open: number[] = [];
    for (let i = 0; i < at; i++) {
        const c = text[i];
        if (c === '(' || c === '[') open.push(i);
        else if (c === ')' || c === ']') open.pop();
    }
    return String(open.at(-1) ?? '');
}

function areJoined(between: string): boolean {
    const bare = between
        .replace(/\([^()]*\)/g, ' ')
        .replace(/\[[^[\]]*\]/g, ' ')
        // "INR ≤ 1.5 × ULN and APTT ≤ …": a limit of its own.
        .replace(/^\s*(?:levels?|counts?|scores?|values?)?\s*(?:of\s+)?[<>≤≥=]\s?=?\s*\d[^,;]*?(?=\s*(?:[,;]|\b(?:and|or)\b))/i, ' ')
        .replace(/\b(?:any (?:form|type|kind) of|(?:prior |past )?history of|(?:current )?use of|treatment with|presence of|diagnosis of)\s+$/i, '')
        // "3 SJC and 3 TJC": a number of its own before the next item.
        .replace(/((?:,|;|\band|\bor)\s+)\d+\s+$/i, '$1');
    if (/[()[\]]/.test(bare)) return false;
    return (
        JOINT.test(bare) && HEAD_WORD.test(bare) && !NEW_CLAUSE.test(bare) && bare.split(/\s+/).filter((word) => /\w/.test(word)).length <= MOST_WORDS_BETWEEN
    );
}
