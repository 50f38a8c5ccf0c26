// Terms with their exceptions, and what narrows them, as Crit text.
import type { Condition, Exception, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { nameText, quotedText } from './name.js';

/** Prints a condition inside another; given by whoever prints conditions, so that the two files need not know each other. */
export type PrintCondition = (condition: Condition) => string;

/** `words` stand before the name: vague words that nothing defines. */
export function selectionText(selection: TermSelection, print: PrintCondition, words: readonly string[] = []): string {
    const { term, index, any, except } = selection;
    const name = index || term === null ? 'the index disease' : `${words.map((word) => `${quotedText(word)} `).join('')}${any ? 'any ' : ''}${nameText(term)}`;
    return `${name}${exceptionsText(except, print)}`;
}

function exceptionsText(exceptions: readonly Exception[], print: PrintCondition): string {
    let text = '';
    for (let at = 0; at < exceptions.length;) {
        const form = exceptions[at]?.form ?? 'except';
        let end = at;
        while (exceptions[end]?.form === form) end++;
        text += ` ${form} ${groupText(exceptions.slice(at, end), print)}`;
        at = end;
    }
    return text;
}

function groupText(exceptions: readonly Exception[], print: PrintCondition): string {
    const [only] = exceptions;
    const isPlain = exceptions.length === 1 && only !== undefined && only.refinements.length === 0 && only.selection.except.length === 0;
    if (isPlain) return `${selectionText(only.selection, print)}${providedText(only, print)}`;
    const items = exceptions.map((each) => `${selectionText(each.selection, print)}${refinementsText(each.refinements, print)}${providedText(each, print)}`);
    return `{ ${items.join('; ')} }`;
}

function providedText({ provided }: Exception, print: PrintCondition): string {
    return provided === null ? '' : ` provided ${print(provided)}`;
}

/** Each with a blank before it. */
export function refinementsText(refinements: readonly Refinement[], print: PrintCondition): string {
    return refinements.map((refinement) => ` ${refinement.relation} ${objectText(refinement, print)}`).join('');
}

function objectText(refinement: Refinement, print: PrintCondition): string {
    if ('text' in refinement) return quotedText(refinement.text);
    if ('selection' in refinement) return selectionText(refinement.selection, print);
    const { condition } = refinement;
    return `{ ${(condition.kind === 'all' ? condition.of : [condition]).map(print).join('; ')} }`;
}
