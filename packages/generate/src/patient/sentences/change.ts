// "Your lung volume fell by at least 10% of its starting value"; "it has been at least 6 months since your last stroke".
import type { Change, Elapsed } from '@crit-lang/model/criteria/condition.js';
import { quantityText } from '../amounts.js';
import { clause, ofClause, sentence, type Block } from '../clause.js';
import { join, words, type Inline } from '../inline.js';
import { limitWords, type LimitWords } from '../limits.js';
import { doseBasis, doseNote, measureWords } from '../measure.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { anchorWords, boundedDuration, durationText, windowText } from '../windows.js';
import { OPERATOR_WORDS } from '../words.js';
import type { Wording } from '../wording.js';

const DIRECTIONS: Readonly<Record<Change['direction'], readonly [said: string, denied: string]>> = {
    falls: ['has gone down by', 'has not gone down by'],
    rises: ['has gone up by', 'has not gone up by'],
    changes: ['has changed by', 'has not changed by'],
};

function amountWords(change: Change, limit: LimitWords): Inline[] {
    if (change.amount.kind !== 'quantity') return limit.kind === 'words' ? limit.text : words('the amount below');
    const amount = `${OPERATOR_WORDS[change.operator]} ${quantityText(change.amount)}`;
    if (change.basis === 'relative') return words(`${amount} of its starting value`);
    return words(change.basis === 'absolute' && change.amount.unit?.startsWith('%') === true ? `${amount} (percentage points)` : amount);
}

/** The sentence for a change over time; `gap` is what the author says that the source leaves open about it. */
export function changeBlock(change: Change, wording: Wording, negated: boolean, gap: Block | null = null): Block {
    const { object, extra: aboutMeasure } = measureWords(change.measure, wording);
    const refined = refinementWords(change.refinements, wording);
    const open = change.basis === null && change.amount.kind === 'quantity' && change.amount.unit?.startsWith('%') === true;
    const limit = limitWords(change.operator, change.amount, change.measure, wording);
    return {
        ...ofClause(
            clause({
                object,
                after: join(
                    ` ${DIRECTIONS[change.direction][negated ? 1 : 0]} `,
                    amountWords(change, limit),
                    change.amount.kind === 'quantity' ? doseBasis(change.measure, wording) : [],
                    change.from === null ? '' : ` since ${anchorWords(change.from, wording).noun}`,
                    change.over === null ? '' : ` over ${durationText(change.over)}`,
                    change.lasting === null ? '' : `, and this lasted for ${boundedDuration(change.lasting)}`,
                    refined.after,
                    windowText(change.window, wording),
                ),
                noun: 'values',
                extra: [
                    ...(open ? [gap ?? sentence(words('the source does not state what the percentage is measured against, so ask the study team'))] : []),
                    ...(change.amount.kind === 'quantity' ? doseNote(change.measure) : []),
                    ...aboutMeasure,
                    ...limit.extra,
                    ...refined.extra,
                ],
                negative: negated,
            }),
        ),
        items: limit.kind === 'table' ? limit.items : [],
    };
}

/** The sentence for the time since something. */
export function elapsedBlock(elapsed: Elapsed, wording: Wording, negated: boolean): Block {
    const { object, extra } = selectionWords(elapsed.since, wording, null);
    const id = elapsed.since.term;
    const verb = id !== null && wording.term(id)?.kind === 'drug' ? 'used' : 'had';
    const by =
        elapsed.until.event === null && elapsed.until.name === wording.glossary.document.protocol?.defaultAnchor
            ? ''
            : `, counted to ${anchorWords(elapsed.until, wording).noun}`;
    return ofClause(
        clause({
            before: words(
                `it has ${negated ? 'not ' : ''}been ${boundedDuration({ operator: elapsed.operator, duration: elapsed.duration })} since you last ${verb} `,
            ),
            object,
            after: words(`${by}${elapsed.orNever ? (negated ? `, and you have ${verb} it before` : `, or you have never ${verb} it`) : ''}`),
            extra,
            negative: negated,
        }),
    );
}
