// Facts as lines can say them: a line says one word that nothing defines before what it is of, so two words make two lines.
import type { Condition } from '@crit-lang/model/criteria/condition.js';

/** The fact, or one for each of the words before it. Whether they mean the same one by one is for the evaluator to say. */
export function saidApart(fact: Condition): Condition[] {
    const words: string[] = [];
    let of = fact;
    while (of.kind === 'vague') {
        words.push(of.qualifier);
        of = of.condition;
    }
    return words.length < 2 ? [fact] : words.map((qualifier) => ({ kind: 'vague', qualifier, condition: of }));
}
