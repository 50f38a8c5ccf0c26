// "No active tuberculosis" over a rule that says that tuberculosis is there: the text denies just what the rule asks for.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

const ABSENCE = /^\s*(?:No|Not|Absence of|Free of|Free from|Without)\b(?! (?:consent|informed|written|adequate|available|access|suitable|sufficient))/;

/** Words that may stand between the denial and the name of what is denied: "No prior treatment with rituximab". */
const BETWEEN = new Set(
    (
        'a active actively an any and been being by clinically concomitant concurrent current currently diagnosed diagnosis documented evidence ever exposure for ' +
        'has have having history is known medical new of on ongoing or other past personal presence present previous previously prior receiving received recent ' +
        'recently receipt sign signs significant taking the therapy to treated treatment use used using with'
    ).split(' '),
);

/**
 * Where a text begins by denying what the rule says is there. "Not pregnant" over `pregnant` denies it; "Not cured" over `has hepatitis C` names a state of the
 * disease, and is as it should be.
 */
export function absenceIn(text: string, rule: Condition, document: CriteriaDocument): { start: number; end: number } | null {
    const match = ABSENCE.exec(text);
    if (match === null) return null;
    const { names, qualifiers } = namedIn(rule, document);
    const denied = wordsOf(text.slice(match[0].length)).find((word) => names.has(word) || (!BETWEEN.has(word) && !qualifiers.has(word)));
    if (denied === undefined || !names.has(denied)) return null;
    return { start: match[0].length - match[0].trimStart().length, end: match[0].length };
}

interface Named {
    /** The words of all names of the terms that the rule asks for. */
    names: Set<string>;
    qualifiers: Set<string>;
}

function namedIn(rule: Condition, document: CriteriaDocument): Named {
    const found: Named = { names: new Set(), qualifiers: new Set() };
    const add = (id: string | null): void => {
        const term = document.terms.find((each) => each.id === id);
        const names = term === undefined ? [] : [term.id, term.title ?? '', ...term.synonyms];
        for (const word of names.flatMap(wordsOf)) if (!BETWEEN.has(word)) found.names.add(word);
    };
    const walk = (condition: Condition): void => {
        switch (condition.kind) {
            case 'all':
            case 'any':
                condition.of.forEach(walk);
                break;
            case 'vague':
                for (const word of wordsOf(condition.qualifier)) found.qualifiers.add(word);
                walk(condition.condition);
                break;
            case 'presence':
                add(condition.what.term);
                break;
            case 'fact':
                add(condition.term);
                break;
            case 'response':
                add(condition.to.term);
                break;
            case 'result':
                add(condition.test.term);
                break;
            default:
                break;
        }
    };
    walk(rule);
    return found;
}

// In small letters, without the s of the plural.
function wordsOf(text: string): string[] {
    return (text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
