// "You have lupus", "you have used rituximab in the 6 months before …", "you have never had a stroke".
import type { Presence } from '@crit-lang/model/criteria/condition.js';
import { timesText } from '../amounts.js';
import { clause, ofClause, type Block, type Noun } from '../clause.js';
import { cleanText, join, words, type Inline } from '../inline.js';
import { methodText } from '../method.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { anchorWords, boundedDuration, windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** How one speaks of having a thing: an illness one has, a drug one uses, a procedure one has had. */
type Manner = 'have' | 'use' | 'undergo';

/** When: now, ever, or in a stretch of time. */
type When = 'now' | 'ever' | 'span';

const VERBS: Readonly<Record<Manner, Readonly<Record<When, readonly [said: string, denied: string]>>>> = {
    have: { now: ['you have', 'you do not have'], ever: ['you have ever had', 'you have never had'], span: ['you have had', 'you have not had'] },
    use: { now: ['you use', 'you do not use'], ever: ['you have ever used', 'you have never used'], span: ['you have used', 'you have not used'] },
    undergo: { now: ['you have', 'you do not have'], ever: ['you have ever had', 'you have never had'], span: ['you have had', 'you have not had'] },
};

const TURNS: Readonly<Partial<Record<Presence['aspect'], Readonly<Record<'drug' | 'other', readonly [said: string, denied: string]>>>>> = {
    onset: { drug: ['you first used', 'you did not first use'], other: ['you first got', 'you did not first get'] },
    diagnosis: { drug: ['you were given', 'you were not given'], other: ['you were diagnosed with', 'you were not diagnosed with'] },
    start: { drug: ['you started', 'you did not start'], other: ['you first had', 'you did not first have'] },
    stop: { drug: ['you stopped', 'you did not stop'], other: ['you stopped having', 'you did not stop having'] },
    planned: { drug: ['you plan to use', 'you do not plan to use'], other: ['you plan to have', 'you do not plan to have'] },
};

const NOUNS: Readonly<Record<Manner, Noun>> = { have: 'things', use: 'medicines', undergo: 'things' };

function mannerOf(presence: Presence, wording: Wording): Manner {
    const id = presence.what.term;
    const term = id === null ? undefined : wording.term(id);
    if (term?.kind !== 'drug')
        return term?.kind === 'procedure' || term?.kind === 'event' ? 'undergo' : presence.aspect === 'exposure' && term === undefined ? 'use' : 'have';
    const isGiven = wording.glossary.isA(term.id, 'vaccine') || /\b(?:vaccine|therapy|treatment|transfusion|exchange)$/iu.test(term.plain ?? term.id);
    return isGiven ? 'undergo' : 'use';
}

function whenOf(presence: Presence): When {
    const { window } = presence;
    if (window.form === 'ever' || (window.written && window.from === null && window.to === null)) return 'ever';
    const isPoint = window.from?.offset === null && window.to?.offset === null && window.from.anchor.name === window.to.anchor.name;
    return !window.written || (isPoint && window.form === 'at') ? 'now' : 'span';
}

function verbOf(presence: Presence, manner: Manner, negated: boolean): string {
    const turn = TURNS[presence.aspect];
    const pair = turn === undefined ? VERBS[manner][whenOf(presence)] : turn[manner === 'use' ? 'drug' : 'other'];
    return pair[negated ? 1 : 0];
}

function stableDose(presence: Presence, wording: Wording): string {
    if (presence.stableDose === null) return '';
    const { bound, before } = presence.stableDose;
    return ` at a dose that has not changed for ${boundedDuration(bound)}${before === null ? '' : ` before ${anchorWords(before, wording).noun}`}`;
}

/** The sentence for a condition, drug, procedure or event in time. */
export function presenceBlock(presence: Presence, wording: Wording, negated: boolean): Block {
    const manner = mannerOf(presence, wording);
    const still =
        negated || (presence.aspect !== 'present' && presence.aspect !== 'exposure')
            ? null
            : whenOf(presence) === 'now'
              ? `you ${manner === 'use' ? 'use' : 'have'}`
              : `you ${manner === 'use' ? 'used' : 'had'}`;
    const { object, extra } = selectionWords(presence.what, wording, still);
    const refined = refinementWords(presence.refinements, wording);
    const after: Inline[] = join(
        refined.after,
        presence.times === null ? '' : ` ${timesText(presence.times)}`,
        stableDose(presence, wording),
        windowText(presence.window, wording),
        presence.method === null ? '' : ` (shown by ${methodText(cleanText(presence.method))})`,
    );
    return ofClause(
        clause({
            before: words(`${verbOf(presence, manner, negated)} `),
            object,
            after,
            noun: NOUNS[manner],
            spell:
                presence.lasting === null
                    ? null
                    : { text: words(`for ${boundedDuration(presence.lasting)}${presence.lasting.sustained ? ' without a break' : ''}`), sentence: false },
            extra: [...extra, ...refined.extra],
            negative: negated,
        }),
    );
}
