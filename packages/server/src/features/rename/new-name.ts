// Whether something can be called by a new name: the name must be one, and nothing else may go by it.
import { tokenize } from '@crit-lang/language/syntax/tokenize.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Subject } from '../../places/occurrences.js';
import type { Referent } from '../../places/referent.js';

/** Whether it is called by one identifier, which no quotes can hold. */
export function isIdentifierKind({ kind }: Referent): boolean {
    return kind === 'criterion' || kind === 'cohort' || kind === 'protocol' || kind === 'parameter';
}

/** A sentence why it cannot be called so; null when it can. */
export function nameProblem(name: string, { referent, compilation }: Subject): string | null {
    if (name === '') return 'Give a name.';
    if (isIdentifierKind(referent)) {
        if (!isIdentifier(name))
            return `'${name}' cannot be an id: an id is one word that begins with a letter, such as I-1 or SLE, and no word of the language.`;
        if (/\.index$|^protocol\./.test(name)) return `'${name}' is kept for the criteria that follow from a cohort or the header.`;
    } else if (/["\r\n]|^['‘’]|\/\/|\/\*/.test(name)) {
        return 'A name has no double quotes, no line breaks and no comment in it.';
    }
    const taken = takenBy(name, referent, compilation);
    return taken === null ? null : `'${name}' is taken: there is ${taken} of that name.`;
}

function takenBy(name: string, referent: Referent, { document, scope }: Subject['compilation']): string | null {
    const is = (other: string): boolean => nameKey(other) === nameKey(name);
    switch (referent.kind) {
        case 'criterion':
            return referent.id !== name && document.criteria.some(({ id }) => id === name) ? 'a criterion' : null;
        case 'cohort':
        case 'protocol':
            return referent.id !== name && document.cohorts.some(({ id }) => id === name) ? 'a cohort' : null;
        case 'anchor':
            return !is(referent.name) && scope.anchorNames().some(is) ? 'a point of the timeline' : null;
        case 'parameter':
            return !is(referent.name) && referent.definition.parameters.some(is) ? 'a parameter' : null;
        case 'definition':
            if (is(referent.name)) return null;
            return scope.definitionNames().some(is) ? 'a definition' : scope.terms.find(name).length > 0 ? 'a term' : null;
        case 'term':
            if (scope.definitionNames().some(is)) return 'a definition';
            return scope.terms.find(name).some(({ term }) => !referent.hits.some((hit) => hit.term.id === term.id)) ? 'a term' : null;
        default:
            return null;
    }
}

function isIdentifier(name: string): boolean {
    const { tokens } = tokenize(name);
    return tokens.length === 2 && tokens[0]?.tokenType.name === 'ID' && tokens[0].image === name;
}
