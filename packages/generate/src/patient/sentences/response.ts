// How a treatment went: "rituximab did not help you enough".
import type { Response, ResponseKind } from '@crit-lang/model/criteria/condition.js';
import { clause, ofClause, type Block } from '../clause.js';
import { join, words } from '../inline.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { boundedDuration, windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** What follows the name of the treatment. */
const WENT: Readonly<Record<ResponseKind, readonly [said: string, denied: string]>> = {
    'inadequate response': ['did not help you enough', 'has not failed to help you'],
    'loss of response': ['helped you at first but then stopped helping', 'has not stopped helping you'],
    intolerance: ['gave you side effects that made you stop or lower it', 'did not give you side effects that made you stop or lower it'],
    contraindication: ['is not safe for you', 'is not unsafe for you'],
    relapse: ['helped, but your illness came back later', 'did not let your illness come back later'],
};

/** The same after "or it …". */
const ALSO: Readonly<Record<ResponseKind, string>> = {
    'inadequate response': 'did not help you enough',
    'loss of response': 'stopped helping you',
    intolerance: 'gave you side effects that you could not bear',
    contraindication: 'is not safe for you',
    relapse: 'helped, but your illness came back later',
};

/** The sentence for a response; several kinds of response are alternatives. */
export function responseBlock(response: Response, wording: Wording, negated: boolean): Block {
    const { object, extra } = selectionWords(response.to, wording, null);
    const refined = refinementWords(response.refinements, wording);
    const [first, ...others] = response.responses;
    const went = first === undefined ? 'did not go well' : WENT[first][negated ? 1 : 0];
    const also = others.map((kind) => (negated ? `, and ${WENT[kind][1]}` : `, or ${ALSO[kind]}`)).join('');
    return ofClause(
        clause({
            object,
            after: join(refined.after, ` ${went}${also}`, windowText(response.window, wording)),
            noun: 'medicines',
            spell: response.lasting === null ? null : { text: words(`for ${boundedDuration(response.lasting)}`), sentence: true },
            extra: [...extra, ...refined.extra],
            negative: negated,
        }),
    );
}
