// How a treatment went: "rituximab did not help you enough".
import type { Response, ResponseKind } from '@crit-lang/model/criteria/condition.js';
import { clause, ofClause, type Block } from '../clause.js';
import { enumerate, join, words } from '../inline.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { boundedDuration, windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** What the treatment did, after its name: said, and denied. */
const WENT: Readonly<Record<ResponseKind, readonly [said: string, denied: string]>> = {
    'inadequate response': ['did not help you enough', 'has not failed to help you'],
    'loss of response': ['stopped helping you', 'has not stopped helping you'],
    intolerance: ['gave you side effects that made you stop it', 'did not give you side effects that made you stop it'],
    contraindication: ['is not safe for you', 'is not unsafe for you'],
    relapse: ['did not keep your illness away', 'has kept your illness away'],
};

/** The sentence for a response; several kinds of response are alternatives. */
export function responseBlock(response: Response, wording: Wording, negated: boolean): Block {
    const { object, extra } = selectionWords(response.to, wording, null);
    const refined = refinementWords(response.refinements, wording);
    const kinds = response.responses.map((kind) => words(WENT[kind][negated ? 1 : 0]));
    const went = kinds.length === 0 ? words('did not go well') : enumerate(kinds, negated ? 'and' : 'or');
    return ofClause(
        clause({
            object,
            after: join(refined.after, ' ', went, windowText(response.window, wording)),
            noun: 'medicines',
            spell: response.lasting === null ? null : { text: words(`for ${boundedDuration(response.lasting)}`), sentence: true },
            extra: [...extra, ...refined.extra],
            negative: negated,
        }),
    );
}
