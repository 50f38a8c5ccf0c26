// Clinical leaves: which wording goes around which subject.
import type { Change, Elapsed, TestResult } from '@crit-lang/model/criteria/condition.js';
import type { FramedLeaf, Subject } from '../frame/subject.js';
import { cleanText } from './clean-text.js';
import { comparisonSlots } from './comparison.js';
import type { PhraseContext } from './context.js';
import { factText } from './fact.js';
import { componentText, gradeSlots } from './grade.js';
import { limitText } from './limit.js';
import { comparedMeasureText, measureText } from './measure.js';
import { termName } from './name.js';
import { durationBoundWord, operatorSign } from './number.js';
import { lastingAfter, methodAfter, presenceSlots } from './presence.js';
import { responseSlots } from './response.js';
import { refinementsText, selectionText } from './selection.js';
import { slots } from './slots.js';
import type { Slots } from './slots.js';
import { anchorText, durationText, windowAfter } from './time.js';

/** The wording around the subject of a leaf. */
export function leafSlots(leaf: FramedLeaf, context: PhraseContext): Slots {
    switch (leaf.kind) {
        case 'presence':
            return presenceSlots(leaf, context);
        case 'response':
            return responseSlots(leaf, context);
        case 'compare':
            return comparisonSlots(leaf, context);
        case 'grade':
            return gradeSlots(leaf, context);
        case 'result':
            return resultSlots(leaf, context);
        case 'meets':
            return slots('meets ', windowAfter(leaf.window));
        case 'fact':
            return slots('', windowAfter(leaf.window));
        case 'change':
            return changeSlots(leaf, context);
        case 'elapsed':
            return elapsedSlots(leaf, context);
    }
}

/** 'had "recent" biopsy': the undefined word says when, so that "history of" before it would say too much. */
export function timeless(leaf: FramedLeaf): FramedLeaf {
    const noTime = leaf.kind === 'presence' && leaf.window.form === 'ever' && !leaf.window.written;
    return noTime ? { ...leaf, window: { ...leaf.window, form: 'at' } } : leaf;
}

/** The subject of a leaf in words, with the undefined word before it. */
export function subjectText(leaf: FramedLeaf, subject: Subject, context: PhraseContext, qualifier: string | null = null): string {
    const before = qualifier === null ? '' : `${cleanText(qualifier)} `;
    switch (subject.kind) {
        case 'selection':
            return selectionText(subject.selection, context, qualifier);
        case 'measure':
            return before + (leaf.kind === 'compare' ? comparedMeasureText : measureText)(subject.measure, context);
        case 'component':
            return before + componentText(subject.component);
        case 'term':
            return (
                before +
                (leaf.kind === 'meets'
                    ? criteriaText(subject.term, context)
                    : leaf.kind === 'fact'
                      ? factText(subject.term, context)
                      : termName(subject.term, context))
            );
    }
}

function criteriaText(term: string, context: PhraseContext): string {
    const name = termName(term, context);
    return name.includes(' ') && !/^the /iu.test(name) ? `the ${name}` : name;
}

function resultSlots(test: TestResult, context: PhraseContext): Slots {
    const result = cleanText(test.result);
    const after = methodAfter(test.method) + refinementsText(test.refinements, context) + windowAfter(test.window);
    return slots(`${result} `, after, { listBefore: '', listAfter: ` ${result}${after}` });
}

function changeSlots(change: Change, context: PhraseContext): Slots {
    const word = { falls: 'decrease in ', rises: 'increase in ', changes: 'change in ' }[change.direction];
    const amount = limitText(change.amount, context);
    const from = change.from === null ? '' : ` from ${anchorText(change.from)}`;
    const over = change.over === null ? '' : ` over ${durationText(change.over)}`;
    const rest = lastingAfter(change.lasting, '') + refinementsText(change.refinements, context) + windowAfter(change.window);
    return slots(word, ` of ${operatorSign(change.operator)} ${amount.text}${basisText(change)}${from}${over}${rest}`, { rows: amount.rows });
}

/** A percentage says of what; where the author left it open, the text says so. */
function basisText(change: Change): string {
    const percent = change.amount.kind === 'quantity' && (change.amount.unit ?? '').startsWith('%');
    if (change.basis === null) {
        return percent ? ' [not specified in the source: whether relative or absolute]' : '';
    }
    return percent ? ` (${change.basis} change)` : '';
}

function elapsedSlots(elapsed: Elapsed, context: PhraseContext): Slots {
    const before = `${elapsed.operator === '=' ? '' : `${durationBoundWord(elapsed.operator)} `}${durationText(elapsed.duration)} since `;
    const until = anchorText(elapsed.until);
    const asOf = elapsed.until.event === null && until === context.defaultAnchor ? '' : ` as of ${until}`;
    return slots(before, `${asOf}${elapsed.orNever ? ', or never' : ''}`);
}
