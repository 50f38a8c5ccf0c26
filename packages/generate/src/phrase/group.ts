// Lists: all, any and so many of their items, said as tightly as they can be without losing what binds to what.
import type { AllOf, AnyOf, Count } from '@crit-lang/model/criteria/condition.js';
import { commonWindow } from '../frame/common-window.js';
import { frameOfGroup, itemsOf } from '../frame/frame.js';
import type { PhraseContext } from './context.js';
import { rangeText } from './comparison.js';
import { framePhrase } from './framed-list.js';
import { alternativeGrades, gradeSlots } from './grade.js';
import { subjectText } from './leaf.js';
import { subjectOf } from '../frame/subject.js';
import { clause, isClause, listed } from './phrase.js';
import type { Phrase } from './phrase.js';
import { memberNote, quantifier } from './quantifier.js';
import { filled } from './slots.js';
import { windowAfter } from './time.js';

/** Two clauses are joined by a word instead of a list up to this length. */
const SHORT = 120;

/** A group in words. */
export function groupPhrase(group: AllOf | AnyOf | Count, context: PhraseContext): Phrase {
    const [only, ...others] = itemsOf(group);
    if (only !== undefined && others.length === 0 && group.kind !== 'count') {
        return context.say(only.condition, context);
    }
    return specialPhrase(group, context) ?? framedPhrase(group, context) ?? windowedPhrase(group, context) ?? plainPhrase(group, context);
}

/** A range of one value, or several values of one grade. */
function specialPhrase(group: AllOf | AnyOf | Count, context: PhraseContext): Phrase | null {
    if (group.kind === 'all') {
        const [first, second, ...more] = group.of;
        const range = first?.kind === 'compare' && second?.kind === 'compare' && more.length === 0 ? rangeText(first, second, context) : null;
        return range === null ? null : clause(range);
    }
    const grades = group.kind === 'any' ? alternativeGrades(group.of) : null;
    return grades === null ? null : filled(gradeSlots(grades.grade, context, grades.values), subjectText(grades.grade, subjectOf(grades.grade), context));
}

function framedPhrase(group: AllOf | AnyOf | Count, context: PhraseContext): Phrase | null {
    const frame = frameOfGroup(group);
    return frame === null ? null : framePhrase(group, frame, context);
}

function windowedPhrase(group: AllOf | AnyOf | Count, context: PhraseContext): Phrase | null {
    const items = itemsOf(group);
    const common = commonWindow(items.map((item) => item.condition));
    if (common === null || items.some((item) => item.counts === 'members')) {
        return null;
    }
    return listed(
        `${quantifier(group, context)} of the following${windowAfter(common.window)}`,
        common.items.map((item) => context.say(item, context)),
    );
}

function plainPhrase(group: AllOf | AnyOf | Count, context: PhraseContext): Phrase {
    const items = itemsOf(group);
    const lead = `${quantifier(group, context)} of the following`;
    const phrases = items.flatMap((item) =>
        withoutOwnList(context.say(item.condition, context), item.condition.kind === group.kind && group.kind !== 'count', lead),
    );
    const pair = group.kind === 'count' ? null : pairText(phrases, group.kind === 'all' ? 'and' : 'or');
    return pair === null
        ? listed(
              lead +
                  memberNote(
                      group,
                      items.some((item) => item.counts === 'members'),
                  ),
              phrases,
          )
        : clause(pair);
}

/** All of { a, all of { b, c } } is one list. */
function withoutOwnList(phrase: Phrase, sameKind: boolean, lead: string): Phrase[] {
    return sameKind && phrase.lead === `${lead}:` ? phrase.items : [phrase];
}

/** "A and B" for two short clauses that have no comma, 'and' or 'or' of their own. */
function pairText(phrases: readonly Phrase[], conjunction: 'and' | 'or'): string | null {
    const texts = phrases.map((phrase) => phrase.lead);
    const simple = phrases.length === 2 && phrases.every(isClause) && texts.every((text) => !/[,;:]| and | or /u.test(text));
    const text = texts.join(` ${conjunction} `);
    return simple && text.length <= SHORT ? text : null;
}
