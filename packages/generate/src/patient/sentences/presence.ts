// "You have lupus", "you have used rituximab in the 6 months before …", "you have never had a stroke".
import type { Presence } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from '../../frame/same-meaning.js';
import { timesText } from '../amounts.js';
import { clause, ofClause, type Block, type Noun } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { join, words, type Inline } from '../inline.js';
import { methodText } from '../method.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { anchorWords, boundedDuration, windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** How one speaks of having a thing: an illness one has, a drug one uses, a procedure one has had. */
type Manner = 'have' | 'use' | 'undergo' | 'join';

/** When: now, ever, or in a stretch of time. */
type When = 'now' | 'ever' | 'span';

const VERBS: Readonly<Record<Manner, Readonly<Record<When, readonly [said: string, denied: string]>>>> = {
    have: { now: ['you have', 'you do not have'], ever: ['you have ever had', 'you have never had'], span: ['you have had', 'you have not had'] },
    use: { now: ['you use', 'you do not use'], ever: ['you have ever used', 'you have never used'], span: ['you have used', 'you have not used'] },
    undergo: { now: ['you have', 'you do not have'], ever: ['you have ever had', 'you have never had'], span: ['you have had', 'you have not had'] },
    join: {
        now: ['you take part in', 'you do not take part in'],
        ever: ['you have ever taken part in', 'you have never taken part in'],
        span: ['you have taken part in', 'you have not taken part in'],
    },
};

const TURNS: Readonly<Partial<Record<Presence['aspect'], Readonly<Record<'drug' | 'other', readonly [said: string, denied: string]>>>>> = {
    // An illness starts by itself: "A stroke started in the 6 months …".
    onset: { drug: ['you started', 'you did not start'], other: ['', ''] },
    diagnosis: { drug: ['you were given', 'you were not given'], other: ['you were diagnosed with', 'you were not diagnosed with'] },
    start: { drug: ['you started', 'you did not start'], other: ['you started', 'you did not start'] },
    stop: { drug: ['you stopped', 'you did not stop'], other: ['you stopped having', 'you did not stop having'] },
    planned: { drug: ['you plan to use', 'you do not plan to use'], other: ['you plan to have', 'you do not plan to have'] },
};

const PAST: Readonly<Record<Manner, string>> = { have: 'had', use: 'used', undergo: 'had', join: 'took part in' };
const NOW_OR_THEN: Readonly<Record<Manner, string>> = { have: 'have or had', use: 'use or used', undergo: 'had', join: 'took part in' };

const NOUNS: Readonly<Record<Manner, Noun>> = { have: 'things', use: 'medicines', undergo: 'things', join: 'things' };

function mannerOf(presence: Presence, wording: Wording): Manner {
    const id = presence.what.term;
    const term = id === null ? undefined : wording.term(id);
    if (term?.kind === 'event' && /participation/iu.test(term.id)) return 'join';
    if (term?.kind !== 'drug')
        return term?.kind === 'procedure' || term?.kind === 'event' ? 'undergo' : presence.aspect === 'exposure' && term === undefined ? 'use' : 'have';
    const isGiven = wording.glossary.isA(term.id, 'vaccine') || /\b(?:vaccine|therapy|treatment|transfusion|exchange)$/iu.test(term.plain ?? term.id);
    return isGiven ? 'undergo' : 'use';
}

function whenOf(presence: Presence, wording: Wording): When {
    const { window } = presence;
    if (!window.written && window.form === 'ever' && wording.undefinedTime) return 'span';
    if (window.form === 'ever' || (window.written && window.from === null && window.to === null)) return 'ever';
    const isPoint = window.from?.offset === null && window.to?.offset === null && window.from.anchor.name === window.to.anchor.name;
    return !window.written || (isPoint && window.form === 'at') ? 'now' : 'span';
}

function verbOf(presence: Presence, manner: Manner, wording: Wording, negated: boolean): string {
    const turn = TURNS[presence.aspect];
    if (manner === 'join' && presence.aspect === 'planned') return negated ? 'you do not plan to take part in' : 'you plan to take part in';
    const pair = turn === undefined ? VERBS[manner][whenOf(presence, wording)] : turn[manner === 'use' ? 'drug' : 'other'];
    return pair[negated ? 1 : 0];
}

function stableDose(presence: Presence, wording: Wording): string {
    if (presence.stableDose === null) return '';
    const { bound, before } = presence.stableDose;
    const length = bound === null ? '' : ` for ${boundedDuration(bound)}`;
    return ` at a steady dose${length}${before === null ? '' : ` before ${anchorWords(before, wording).noun}`}`;
}

/** The sentence for a condition, drug, procedure or event in time. */
export function presenceBlock(presence: Presence, wording: Wording, negated: boolean): Block {
    const manner = mannerOf(presence, wording);
    const still =
        negated || (presence.aspect !== 'present' && presence.aspect !== 'exposure')
            ? null
            : whenOf(presence, wording) === 'now'
              ? VERBS[manner].now[0]
              : `you ${whenOf(presence, wording) === 'ever' ? NOW_OR_THEN[manner] : PAST[manner]}`;
    const refined = refinementWords(presence.refinements, wording);
    const { object, rest, extra } = selectionWords(presence.what, wording, still, refined.after);
    const after: Inline[] = join(
        rest,
        presence.times === null ? '' : ` ${timesText(presence.times)}`,
        stableDose(presence, wording),
        windowText(presence.window, wording),
        presence.method === null ? '' : ` (shown by ${methodText(cleanText(presence.method))})`,
    );
    const verb = verbOf(presence, manner, wording, negated);
    const isNamed = wording.named !== null && presence.refinements.length === 0 && sameMeaning(presence.what, wording.named);
    return ofClause(
        clause({
            before: words(isNamed ? `${verb} it`.trimStart() : verb === '' ? '' : `${verb} `),
            object: isNamed ? null : object,
            after: verb === '' ? join(negated ? ' did not start' : ' started', after) : after,
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
