// What is true of the person: "you are pregnant", "you could become pregnant".
import type { Fact, MeetsCriteria } from '@crit-lang/model/criteria/condition.js';
import { clause, fixed, ofClause, type Block } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { join, words } from '../inline.js';
import { termName } from '../names.js';
import { windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** Facts that "you are …" does not fit, by canonical name in lower case. */
const FACTS: ReadonlyMap<string, readonly [said: string, denied: string]> = new Map([
    ['childbearing potential', ['you could become pregnant', 'you could not become pregnant']],
    ['of childbearing potential', ['you could become pregnant', 'you could not become pregnant']],
    ['healthy volunteer', ['you are a healthy volunteer (you do not have the illness)', 'you are not a healthy volunteer']],
]);

const VERBS = /^(?:can|could|cannot|have|live|use|agree|do|take|smoke|drink|need|get|work|want|speak|read)\b/u;
const MODALS = /^(?:can|could)\b/u;

/** The sentence for a fact about the person. */
export function factBlock(fact: Fact, wording: Wording, negated: boolean): Block {
    const when = windowText(fact.window, wording);
    const known = FACTS.get(fact.term.toLowerCase());
    if (known !== undefined) return ofClause(clause({ before: words(`${known[negated ? 1 : 0]}${when}`), negative: negated }));
    const term = wording.term(fact.term);
    const plain = cleanText(term?.plain ?? '').replace(/^you (?:are )?/u, '');
    if (plain === '' && fact.term.includes(' ')) {
        return ofClause(fixed(negated ? 'this is not true for you: ' : 'this is true for you: ', termName(fact.term, wording), when));
    }
    const text = plain === '' ? cleanText(fact.term) : plain;
    return ofClause(clause({ before: words(`${factClause(text, negated)}${when}`), negative: negated }));
}

function factClause(text: string, negated: boolean): string {
    if (MODALS.test(text)) return `you ${negated ? text.replace(MODALS, '$& not').replace('can not', 'cannot') : text}`;
    if (VERBS.test(text)) return `you ${negated ? 'do not ' : ''}${text}`;
    return `you are ${negated ? 'not ' : ''}${text}`;
}

/** The sentence for classification criteria that a doctor checks. */
export function meetsBlock(meets: MeetsCriteria, wording: Wording, negated: boolean): Block {
    return ofClause(
        clause({
            before: words(negated ? 'you do not meet ' : 'you meet '),
            object: criteriaName(meets.criteria, wording),
            after: words(windowText(meets.window, wording)),
            negative: negated,
        }),
    );
}

function criteriaName(id: string, wording: Wording): ReturnType<typeof words> {
    const term = wording.term(id);
    const name = termName(id, wording);
    if (cleanText(term?.plain ?? '') !== '') return name;
    const illness = term?.classifies?.[0];
    return illness === undefined
        ? join('this medical checklist: ', name)
        : join('the medical checklist for ', termName(illness, wording), ' (', words(cleanText(term?.title ?? id)), ')');
}
