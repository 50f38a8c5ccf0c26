// A term or class with its exceptions and refinements: "any malignancy other than X, except Y provided …, requiring treatment".
import type { Exception, Refinement, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { sameMeaning } from '../frame/same-meaning.js';
import { cleanText } from './clean-text.js';
import type { PhraseContext } from './context.js';
import { joinWords } from './join.js';
import { termName } from './name.js';
import { onOneLine } from './phrase.js';

/** The selection in words; `qualifier` is the protocol's own undefined word before the name. */
export function selectionText(selection: TermSelection, context: PhraseContext, qualifier: string | null = null): string {
    return coreText(selection, context, qualifier) + exceptionsText(selection.except, context);
}

/** Refinements with a blank or comma before them: " requiring parenteral nutrition". */
export function refinementsText(refinements: readonly Refinement[], context: PhraseContext): string {
    return refinements.map((refinement) => ` ${refinement.relation} ${refinementObject(refinement, context)}`).join('');
}

function coreText(selection: TermSelection, context: PhraseContext, qualifier: string | null): string {
    const before = (selection.any ? 'any ' : '') + (qualifier === null ? '' : `${cleanText(qualifier)} `);
    if (selection.term !== null) {
        return before + termName(selection.term, context) + countedText(selection.term, context);
    }
    const index = context.index?.term ?? null;
    return before + (index === null ? 'the disease under study' : termName(index, context));
}

/** What the protocol itself counts under the class is said once, with the class: a reader could not know it. */
function countedText(classId: string, context: PhraseContext): string {
    const members = context.membersOf(classId);
    const key = `counted under ${classId}`;
    if (members.length === 0 || context.introduced.has(key)) {
        return '';
    }
    context.introduced.add(key);
    return ` (in this protocol also ${joinWords(
        members.map((member) => termName(member, context)),
        'and',
    )})`;
}

/** 'other than' stays with the name; what is excepted follows after a comma. */
function exceptionsText(exceptions: readonly Exception[], context: PhraseContext): string {
    const otherThan = exceptions.filter((exception) => exception.form === 'other than');
    const except = exceptions.filter((exception) => exception.form === 'except');
    return (
        (otherThan.length === 0 ? '' : ` other than ${exceptionList(otherThan, context)}`) +
        (except.length === 0 ? '' : `, except ${exceptionList(except, context)}`)
    );
}

/** A condition that all exceptions share is said once, after the last. */
function exceptionList(exceptions: readonly Exception[], context: PhraseContext): string {
    const [first, ...others] = exceptions;
    const shared = first !== undefined && others.length > 0 && first.provided !== null && others.every((other) => sameMeaning(other.provided, first.provided));
    const texts = exceptions.map((exception) => exceptionText(exception, context) + (shared ? '' : providedText(exception, '', context)));
    return joinWords(texts, 'or') + (shared ? providedText(first, 'each ', context) : '');
}

function exceptionText(exception: Exception, context: PhraseContext): string {
    return selectionText(exception.selection, context) + refinementsText(exception.refinements, context);
}

function providedText(exception: Exception, each: '' | 'each ', context: PhraseContext): string {
    return exception.provided === null ? '' : ` (${each}provided: ${onOneLine(context.say(exception.provided, context))})`;
}

function refinementObject(refinement: Refinement, context: PhraseContext): string {
    if ('text' in refinement) {
        return cleanText(refinement.text);
    }
    if ('selection' in refinement) {
        return selectionText(refinement.selection, context);
    }
    return onOneLine(context.say(refinement.condition, context));
}
