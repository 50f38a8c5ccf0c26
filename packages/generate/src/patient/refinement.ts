// What narrows a term: "that needs treatment", "linked to lupus", "shown by a lung scan".
import type { Refinement } from '@crit-lang/model/criteria/condition.js';
import { clauseWords, pureClause, type Block } from './clause.js';
import { join, words, type Inline } from './inline.js';
import { secondPerson } from './second-person.js';
import { selectionName } from './named-selection.js';
import { inner, type Wording } from './wording.js';

const RELATION_WORDS: Readonly<Record<Refinement['relation'], string>> = {
    requiring: 'that needs',
    'due to': 'caused by',
    'treated with': 'treated with',
    'associated with': 'linked to',
    'confirmed by': 'shown by',
    with: 'with',
    without: 'without',
};

/** Words that follow the narrowed name, and sentences for what is too long to follow it. */
export function refinementWords(refinements: readonly Refinement[], wording: Wording): { after: Inline[]; extra: Block[] } {
    const after: Inline[] = [];
    const extra: Block[] = [];
    for (const refinement of refinements) {
        const relation = RELATION_WORDS[refinement.relation];
        if ('text' in refinement) after.push(...words(` ${relation} ${secondPerson(refinement.text)}`));
        else if ('selection' in refinement) after.push(...words(` ${relation} `), ...selectionName(refinement.selection, wording));
        else conditional(refinement, wording, after, extra);
    }
    return { after, extra };
}

function conditional(refinement: Extract<Refinement, { condition: unknown }>, wording: Wording, after: Inline[], extra: Block[]): void {
    const block = wording.render(refinement.condition, inner(wording), refinement.relation === 'without');
    const statement = pureClause(block);
    if (statement === null) extra.push(block);
    else {
        after.push(...join(', and ', clauseWords({ ...statement, extra: [], spell: statement.spell?.sentence === true ? null : statement.spell })));
        extra.push(
            ...(statement.spell?.sentence === true ? [{ ...block, clause: null, lead: join('you used it ', statement.spell.text) }] : []),
            ...statement.extra,
        );
    }
}
