// Finds the enumerations of a wording: names joined by commas, 'and', 'or', slashes.
import type { FoundTerm } from './term-names.js';

/** Words that a list may have between its items, beside the joint itself: articles and qualifiers, never the start of another clause. */
const NEW_CLAUSE = /\b(?:within|before|after|prior|during|until|since|who|whom|whose|which|that|when|where|while|defined|treated|requir\w+|due|if|unless|than|by|at|with|without|from|for|to|in|of|on|as|is|are|was|were|be|been|has|have|had|must|should|shall|will|would|may|can|could|not|no|excluding|except|including|despite|because|based|according|used|using|followed|given|taken|measured|considered|provided|following)\b|[.:?!]|\d/i;
const JOINT = /[,;/]|\b(?:and|or|and\/or|AND|OR)\b/;
const MOST_WORDS_BETWEEN = 6;
/** What may follow a name as its head word before the joint: "hepatitis B or C virus infection". */
const HEAD_WORD = /^\s*(?:(?:virus\s+)?(?:diseases?|disorders?|infections?|syndromes?|antibod(?:y|ies)|therap(?:y|ies)|treatments?|tests?|levels?|drugs?|agents?|inhibitors?|use|positivity|involvement|failure|carcinoma|cancers?|tumou?rs?|abnormalit(?:y|ies)|derivatives?|placement|surgery|surgeries|transplant(?:ation)?|vaccines?|viruses|virus|counts?|scores?|deficienc(?:y|ies)|manifestations?|symptoms?|events?|or its derivatives)\s*)?(?=[,;/]|\b(?:and|or|AND|OR)\b)/i;

/** The names that are items of an enumeration of two or more. */
export function listedTerms(text: string, terms: readonly FoundTerm[]): Set<FoundTerm> {
    const listed = new Set<FoundTerm>();
    for (let i = 0; i + 1 < terms.length; i++) {
        const [one, other] = [terms[i], terms[i + 1]];
        if (one === undefined || other === undefined || !areJoined(text.slice(one.end, other.start))) continue;
        listed.add(one).add(other);
    }
    return listed;
}

function areJoined(between: string): boolean {
    const bare = between.replace(/\([^()]*\)/g, ' ').replace(/\[[^[\]]*\]/g, ' ');
    // An abbreviation in parentheses right behind the name is the same item.
    if (/[()[\]]/.test(bare)) return false;
    return JOINT.test(bare) && HEAD_WORD.test(bare) && !NEW_CLAUSE.test(bare) && bare.split(/\s+/).filter((word) => /\w/.test(word)).length <= MOST_WORDS_BETWEEN;
}
